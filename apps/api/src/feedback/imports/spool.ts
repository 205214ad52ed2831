import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { validate } from 'uuid';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { newId } from '../../platform/database/new-id.js';
import { Problem } from '../../platform/http/problem.js';
import { freeingBuffers } from '../import/passing-buffers.js';
import { maxZipBytes } from '../import/xlsx/open-zip.js';
import { errorCode } from './error-code.js';

const MiB = 1024 ** 2;
const GiB = 1024 * MiB;
const maxUploadBytes = 2 * GiB;
const abandonedAfterMs = 24 * 3600 * 1000;
const partSuffix = '.part';

const tooLarge = (limit: string) => new Problem(413, 'too_large', `The file is larger than ${limit}`);

const noRoom = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error));
const storageFull = () => new Problem(507, 'storage_full', 'The server has no room left for the file');

/** Counts what passes and stops it at the limit of its kind; a spreadsheet is a ZIP archive and has a limit of its own. */
function limiter(): Transform {
  let passed = 0;
  let limit = maxUploadBytes;
  const pass = freeingBuffers(4 * MiB);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (passed === 0 && chunk.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) limit = maxZipBytes;
      passed += chunk.length;
      pass(chunk.length);
      if (passed > limit) done(tooLarge(limit === maxZipBytes ? '20 MiB, the most for a spreadsheet; save it as CSV' : '2 GiB'));
      else done(null, chunk);
    },
  });
}

/** Uploaded files until they are read: on disk, in the data folder, never in memory. */
@Injectable()
export class Spool {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'imports');
  }

  pathOf(importId: string): string {
    return join(this.folder, importId);
  }

  /** Streams an upload to a file of its own; nothing is left of one that breaks off. */
  async receive(upload: Readable): Promise<string> {
    await mkdir(join(this.folder, '..'), { recursive: true });
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${newId()}${partSuffix}`);
    try {
      await pipeline(upload, limiter(), createWriteStream(path, { mode: 0o600 }));
      return path;
    } catch (error) {
      await rm(path, { force: true });
      throw noRoom(error) ? storageFull() : error;
    }
  }

  /** Gives a received file to an import, safe on disk before the import is promised. */
  async keep(path: string, importId: string): Promise<void> {
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
    await rename(path, this.pathOf(importId));
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /**
   * Removes what a process that died left behind a day ago or more: half-received files, and files of imports that ended or were never promised.
   * `living` tells which of some imports still need theirs.
   */
  async tidy(living: (importIds: string[]) => Promise<string[]>): Promise<void> {
    const abandoned: string[] = [];
    for (const name of await readdir(this.folder).catch(() => [])) {
      const found = await stat(join(this.folder, name)).catch(() => undefined);
      if (found && validate(basename(name, partSuffix)) && Date.now() - found.mtimeMs > abandonedAfterMs) abandoned.push(name);
    }
    const needed = new Set(await living(abandoned.filter((name) => !name.endsWith(partSuffix))));
    for (const name of abandoned) if (!needed.has(name)) await this.remove(join(this.folder, name));
  }
}
