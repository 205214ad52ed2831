import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readConfig } from '../../platform/config/config.js';
import { newId } from '../../platform/database/new-id.js';
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

describe('tidy', () => {
  const folder = join(dataDir, 'imports');
  const put = (name: string, hoursOld: number) => {
    const moment = Date.now() / 1000 - hoursOld * 3600;
    writeFileSync(join(folder, name), 'ID,DATE');
    utimesSync(join(folder, name), moment, moment);
    return name;
  };

  it('removes what nobody needs any more, and nothing else', async () => {
    mkdirSync(folder, { recursive: true });
    const [living, ended] = [put(newId(), 50), put(newId(), 50)];
    put(`${newId()}.part`, 50);
    const kept = [living, put(newId(), 1), put(`${newId()}.part`, 1), put('README', 50)];
    const asked: string[][] = [];
    await spool.tidy(async (importIds) => {
      asked.push([...importIds].sort());
      return [living];
    });
    expect(asked).toEqual([[living, ended].sort()]);
    expect(readdirSync(folder).sort()).toEqual(kept.sort());
  });

  it('keeps every file when it cannot be told who needs them', async () => {
    const before = readdirSync(folder);
    await expect(spool.tidy(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    expect(readdirSync(folder)).toEqual(before);
  });
});
