import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readConfig } from '../../platform/config/config.js';
import { Spool } from './spool.js';

const dataDir = mkdtempSync(join(tmpdir(), 'afferent-spool-'));
const spool = new Spool({ ...readConfig({}), dataDir });
afterAll(() => rmSync(dataDir, { recursive: true }));

/** A stream of some bytes that ends with an error of the system. */
const broken = (code: string) => Readable.from((async function* () {
  yield Buffer.from('ID,DATE\n');
  throw Object.assign(new Error(code), { code });
})());

describe('receive', () => {
  it.each(['ENOSPC', 'EDQUOT'])('says that there is no room (%s) and leaves nothing', async (code) => {
    await expect(spool.receive(broken(code))).rejects.toMatchObject({ status: 507, code: 'storage_full' });
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });

  it('passes other failures on', async () => {
    await expect(spool.receive(broken('ECONNRESET'))).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});
