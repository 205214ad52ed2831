import { decodeText } from './decode-text.js';
import { readCsv } from './read-csv.js';
import type { RawRow } from './table.js';

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(content: string | Buffer, options: { delimiter?: ',' | ';' | '\t'; encoding?: string; size?: number; budget?: number } = {}): Promise<RawRow[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const rows: RawRow[] = [];
  for await (const batch of readCsv(decodeText(pieces(bytes, options.size ?? 7), options.encoding ?? 'utf-8'), options.delimiter ?? ',', options.budget)) rows.push(...batch);
  return rows;
}
const cells = (rows: RawRow[]) => rows.map((row) => row.fault?.code ?? row.cells);

describe('readCsv', () => {
  it.each([1, 2, 7, 1000])('cuts records the same whatever the pieces (%i bytes)', async (size) => {
    const rows = await read('\ufeffid,text\r\n1,"a ""b"", c"\r\n2,"two\r\nlines"\n3,Привет\r4,x', { size });
    expect(cells(rows)).toEqual([['id', 'text'], ['1', 'a "b", c'], ['2', 'two\nlines'], ['3', 'Привет'], ['4', 'x']]);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([';', '\t'] as const)('splits by %j', async (delimiter) => {
    expect(cells(await read(`a${delimiter}b\n1${delimiter}"x${delimiter}y"\n`, { delimiter }))).toEqual([['a', 'b'], ['1', `x${delimiter}y`]]);
  });

  it('reads windows-1251', async () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x31, 0x0a]);
    expect(cells(await read(bytes, { encoding: 'windows-1251' }))).toEqual([['Привет', '1']]);
  });

  it('marks bytes that are not UTF-8 where they stand', async () => {
    expect(cells(await read(Buffer.concat([Buffer.from('1,'), Buffer.from([0xcf, 0xf0]), Buffer.from('\n2,ok\n')])))).toEqual([['1', '\ufffd\ufffd'], ['2', 'ok']]);
  });

  it('leaves blank lines out but counts them, as a spreadsheet does', async () => {
    const rows = await read('id\n\n1\n\n\n2\n\n');
    expect(rows.map((row) => [row.number, row.cells[0]])).toEqual([[1, 'id'], [3, '1'], [6, '2']]);
  });

  it('keeps ragged rows as they are', async () => {
    expect(cells(await read('a,b\n1\n1,2,3\n'))).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it.each([3, 1000])('loses only the line with an unclosed quote (%i bytes)', async (size) => {
    expect(cells(await read('id,t\n1,a\n2,"b\n3,c\n4,d\n', { size }))).toEqual([['id', 't'], ['1', 'a'], 'unclosed_quote', ['3', 'c'], ['4', 'd']]);
  });

  it('loses only the line whose quote would close in a later row', async () => {
    expect(cells(await read('id,t,n\n1,"b,5\n2,"x",4\n3,"y",4\n'))).toEqual([['id', 't', 'n'], 'unclosed_quote', ['2', 'x', '4'], ['3', 'y', '4']]);
  });

  it('holds no more than about one record when a quote is never closed in a large file', async () => {
    const line = `7,${'x'.repeat(90)}\n`;
    const many = line.repeat(60_000);
    const rows = await read(`id,t\n1,"oops\n${many}`, { size: 65_536 });
    expect(rows).toHaveLength(60_002);
    expect(rows[1]?.fault?.code).toBe('unclosed_quote');
    expect(rows.at(-1)).toEqual({ number: 60_002, cells: ['7', 'x'.repeat(90)] });
  });

  it('rejects one endless line and goes on', async () => {
    const rows = await read(`id,t\n1,${'x'.repeat(3_000_000)}\n2,ok\n3,"${'y'.repeat(1_200_000)}"\n4,ok\n`, { size: 65_536 });
    expect(cells(rows).map((row) => (typeof row === 'string' ? row : row[0]))).toEqual(['id', 'field_too_long', '2', 'field_too_long', '4']);
  });

  it('gives up on a file of nothing but broken quotes instead of reading it for hours', async () => {
    const line = `"${'a,'.repeat(40)}\n`;
    const file = `id\n${line.repeat(40_000)}`;
    await expect(read(file, { size: 262_144, budget: 8_000_000 })).rejects.toThrow(/quotes/);
    expect((await read(`id\n${line.repeat(20)}`, { budget: 8_000_000 })).filter((row) => row.fault)).toHaveLength(20);
  });
});
