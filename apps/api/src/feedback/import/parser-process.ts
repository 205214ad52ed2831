import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readFrames, type Frame } from './frames.js';
import type { ParseJob, ParseMessage } from './parse-job.js';
import { freeingBuffers } from './passing-buffers.js';
import { UnreadableFile } from './table.js';

/** How the parsing process is started; tests point it at the sources. */
export const parserCommand = {
  entry: fileURLToPath(new URL('./parse-main.js', import.meta.url)),
};

/**
 * Hostile files meet the cap of the heap. Rows live for a moment only: a small young generation takes 30 MiB less than Node's own and
 * still reads several times faster than the database stores; one arena for buffers that are never allocated at once saves some more.
 */
const flags = ['--max-old-space-size=256', '--max-semi-space-size=1'];
const environment = { MALLOC_ARENA_MAX: '1' };
const silenceMs = 60_000;
const keptErrorText = 4000;
/** On its way from the pipe into a statement every byte is copied about five times. */
const freedEvery = 1024 * 1024;

/** Tells when the process is silent for too long; the time the reader itself takes does not count. */
async function* watched(frames: AsyncGenerator<Frame>, onSilence: () => void): AsyncGenerator<ParseMessage> {
  const pass = freeingBuffers(freedEvery);
  for (;;) {
    const timer = setTimeout(onSilence, silenceMs);
    const next = await frames.next().finally(() => clearTimeout(timer));
    if (next.done) return;
    const message = next.value.message as ParseMessage;
    const [first = Buffer.alloc(0), ...columns] = next.value.beside;
    if (message.type === 'chunk') {
      message.faults = first;
      message.batch.columns = columns;
    } else if (message.type === 'ids') message.ids = first;
    yield message;
    for (const bytes of next.value.beside) pass(bytes.length);
  }
}

/**
 * Messages of a parsing process. The process ends with the last message, with the signal, or when the reader stops.
 * A file that cannot be read, also because it would need too much memory or time, throws UnreadableFile; a process that somebody else ended
 * throws another error, because the file may well be read the next time.
 */
export async function* parseInProcess(job: ParseJob, signal?: AbortSignal): AsyncGenerator<Exclude<ParseMessage, { type: 'unreadable' }>> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [...flags, parserCommand.entry], { stdio: ['pipe', 'pipe', 'pipe'], env: environment });
  const exited = once(child, 'close');
  exited.catch(() => undefined);
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  let silent = false;
  const onSilence = () => {
    silent = true;
    kill();
  };
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors = (errors + part.toString()).slice(-keptErrorText);
  });
  // A process that died before it read its job is found out by its exit.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(job));
  try {
    for await (const message of watched(readFrames(child.stdout), onSilence)) {
      if (message.type === 'unreadable') throw new UnreadableFile(message.notice.code, message.notice.params);
      yield message;
    }
    const [code, killedBy] = (await exited) as [number | null, NodeJS.Signals | null];
    signal?.throwIfAborted();
    if (code === 0) return;
    if (/heap out of memory|allocation failed/i.test(errors) || killedBy === 'SIGABRT' || code === 134) {
      throw new UnreadableFile('out_of_memory');
    }
    if (silent) throw new UnreadableFile('too_slow');
    throw new Error(`The parsing process ended with ${code ?? killedBy}: ${errors}`);
  } finally {
    signal?.removeEventListener('abort', kill);
    kill();
  }
}
