import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly process: ChildProcess;
  output(): string;
  /** Resolves with the first match in what the program prints; rejects when it ends without. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  readonly exited: Promise<number | null>;
}

const typescript = new URL('./typescript.mjs', import.meta.url).href;

/** A program of ours, straight from its sources, in a process of its own. */
export function start(file: string, args: readonly string[], environment: Record<string, string> = {}): Child {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', typescript, path, ...args], { env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (part: Buffer) => {
    text += part.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    output: () => text,
    exited,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void exited.then((code) => reject(new Error(`The program ended with ${code}: ${text}`)));
      }),
  };
}
