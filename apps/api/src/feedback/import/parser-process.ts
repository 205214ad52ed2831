import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { readFrames, type Frame } from './frames.js';
import type { ParseJob, ParseMessage } from './parse-job.js';
import { UnreadableFile } from './table.js';

/** How the parsing process is started; tests point it at the sources. */
export const parserCommand = {
  entry: fileURLToPath(new URL('./parse-main.js', import.meta.url)),
};

/**
 * Hostile files meet the cap of the heap. Rows live for a moment only: a small young generation takes 30 MiB less than Node's own
 * without being slower, and one arena for buffers that are never allocated at once saves some more.
 */
const flags = ['--max-old-space-size=256', '--max-semi-space-size=2'];
const environment = { MALLOC_ARENA_MAX: '1' };
const silenceMs = 60_000;
const keptErrorText = 4000;

/** Ends the wait for a message when the process is silent for too long; the time the reader itself takes does not count. */
async function* watched(frames: AsyncGenerator<Frame>, child: ChildProcessByStdio<Writable, Readable, Readable>): AsyncGenerator<ParseMessage> {
  for (;;) {
    const timer = setTimeout(() => child.kill('SIGKILL'), silenceMs);
    const next = await frames.next().finally(() => clearTimeout(timer));
    if (next.done) return;
    const message = next.value.message as ParseMessage;
    const [first = Buffer.alloc(0), ...columns] = next.value.beside;
    if (message.type === 'chunk') {
      message.faults = first;
      message.batch.columns = columns;
    } else if (message.type === 'ids') message.ids = first;
    yield message;
  }
}

/**
 * Messages of a parsing process. The process ends with the last message, with the signal, or when the reader stops.
 * A file that cannot be read, also because it would need too much memory, throws UnreadableFile.
 */
export async function* parseInProcess(job: ParseJob, signal?: AbortSignal): AsyncGenerator<Exclude<ParseMessage, { type: 'unreadable' }>> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [...flags, parserCommand.entry], { stdio: ['pipe', 'pipe', 'pipe'], env: environment });
  const exited = once(child, 'close');
  exited.catch(() => undefined);
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors = (errors + part.toString()).slice(-keptErrorText);
  });
  // A process that died before it read its job is found out by its exit.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(job));
  try {
    for await (const message of watched(readFrames(child.stdout), child)) {
      if (message.type === 'unreadable') throw new UnreadableFile(message.notice.code, message.notice.params);
      yield message;
    }
    const [code, killedBy] = (await exited) as [number | null, NodeJS.Signals | null];
    signal?.throwIfAborted();
    if (code === 0) return;
    if (/heap out of memory|allocation failed/i.test(errors) || killedBy === 'SIGABRT' || code === 134) {
      throw new UnreadableFile('out_of_memory');
    }
    if (killedBy === 'SIGKILL') throw new UnreadableFile('too_slow');
    throw new Error(`The parsing process ended with ${code ?? killedBy}: ${errors}`);
  } finally {
    signal?.removeEventListener('abort', kill);
    kill();
  }
}
