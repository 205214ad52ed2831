import { pipeline, Transform, type Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from '../table.js';

const MiB = 1024 * 1024;
export const maxZipBytes = 20 * MiB;
const maxInflatedBytes = 200 * MiB;
const maxEntries = 1000;
const maxRatio = 100;
const ratioAppliesFrom = 10 * MiB;

const tooLarge = () => new UnreadableFile('spreadsheet_too_large', { max: maxInflatedBytes / MiB });

/** A spreadsheet's archive whose every entry was inflated once and found harmless in size and kind. */
export interface CheckedZip {
  names: ReadonlySet<string>;
  read(name: string): Promise<Readable | undefined>;
  /** How much of an entry was read, 0..1. */
  progress(name: string): number;
  close(): void;
}

function refuse(entry: Entry): void {
  const symlink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (symlink || entry.fileName.includes('..')) throw new UnreadableFile('spreadsheet_unsafe');
  if (entry.isEncrypted()) throw new UnreadableFile('spreadsheet_encrypted');
  if (/vbaProject\.bin$/i.test(entry.fileName)) throw new UnreadableFile('spreadsheet_macros');
  if (/\.(zip|xlsx|xlsm|jar|7z|rar|gz)$/i.test(entry.fileName)) throw new UnreadableFile('spreadsheet_unsafe');
}

async function inflatedSize(zip: ZipFile, entry: Entry, budget: number): Promise<number> {
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > budget || (size > ratioAppliesFrom && size > entry.compressedSize * maxRatio)) {
      stream.destroy();
      throw tooLarge();
    }
  }
  return size;
}

interface CheckedEntry {
  entry: Entry;
  size: number;
  read: number;
}

async function checkedEntries(zip: ZipFile): Promise<Map<string, CheckedEntry>> {
  if (zip.entryCount > maxEntries) throw new UnreadableFile('spreadsheet_unsafe');
  const entries = new Map<string, CheckedEntry>();
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    refuse(entry);
    packed += entry.compressedSize;
    if (packed > zip.fileSize) throw new UnreadableFile('spreadsheet_unsafe');
    entries.set(entry.fileName.replace(/^\//, ''), { entry, size: 0, read: 0 });
  }
  let budget = maxInflatedBytes;
  for (const checked of entries.values()) {
    checked.size = await inflatedSize(zip, checked.entry, budget);
    budget -= checked.size;
  }
  return entries;
}

/** Opens a spreadsheet's archive and counts what it holds while inflating, because the sizes it states may be forged. */
export async function openZip(path: string): Promise<CheckedZip> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new UnreadableFile('not_a_spreadsheet');
  });
  try {
    const entries = await checkedEntries(zip);
    return {
      names: new Set(entries.keys()),
      read: async (name) => {
        const checked = entries.get(name);
        return checked && counted(await zip.openReadStreamPromise(checked.entry), checked);
      },
      progress: (name) => {
        const { read = 0, size = 1 } = entries.get(name) ?? {};
        return Math.min(1, read / Math.max(1, size));
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableFile ? error : new UnreadableFile('spreadsheet_damaged');
  }
}

function counted(stream: Readable, checked: CheckedEntry): Readable {
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      checked.read += chunk.length;
      done(checked.read > maxInflatedBytes ? tooLarge() : null, chunk);
    },
  });
  return pipeline(stream, count, () => undefined);
}
