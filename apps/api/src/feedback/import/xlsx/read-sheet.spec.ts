import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from 'exceljs';
import JSZip from 'jszip';
import type { RawRow } from '../table.js';
import { openZip } from './open-zip.js';
import { readBook } from './read-book.js';
import { readSheet } from './read-sheet.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afferent-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: Buffer, sheet?: string): Promise<RawRow[]> {
  const path = join(folder, 'book.xlsx');
  await writeFile(path, content);
  const zip = await openZip(path);
  try {
    const book = await readBook(zip);
    const part = book.sheets.find((one) => one.name === sheet) ?? book.sheets[0];
    const rows: RawRow[] = [];
    for await (const batch of readSheet(zip, book, part?.part ?? '')) rows.push(...batch);
    return rows;
  } finally {
    zip.close();
  }
}
async function workbook(fill: (sheet: Excel.Worksheet, book: Excel.Workbook) => void): Promise<Buffer> {
  const book = new Excel.Workbook();
  fill(book.addWorksheet('Ответы'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const parts = (sheet: string, more: Record<string, string> = {}) => {
  const zip = new JSZip();
  zip.file('_rels/.rels', '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>');
  zip.file('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>');
  zip.file('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/any.xml"/></Relationships>');
  zip.file('xl/worksheets/any.xml', sheet);
  for (const [name, text] of Object.entries(more)) zip.file(name, text);
  return zip;
};
const packed = (zip: JSZip) => zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });

describe('readSheet', () => {
  it('reads text, numbers, booleans, formulas and gaps', async () => {
    const content = await workbook((sheet) => {
      sheet.addRow(['id', 'балл', 'x', 'y']);
      sheet.addRow([1, 0.1 + 0.2, true, { formula: 'A2*2', result: 2 }]);
      sheet.addRow([]);
      sheet.addRow(['два', undefined, { richText: [{ text: 'a' }, { text: 'б' }] }]);
    });
    expect(await read(content)).toEqual([
      { number: 1, cells: ['id', 'балл', 'x', 'y'] },
      { number: 2, cells: ['1', '0.3', 'TRUE', '2'] },
      { number: 4, cells: ['два', '', 'aб'] },
    ]);
  });

  it.each([
    ['dd.mm.yyyy', '13.05.2017', '2017-05-13'],
    ['d/m/yy h:mm', '13/5/17 9:05', '2017-05-13 09:05:07'],
    ['yyyy-mm-dd hh:mm:ss', '2017-05-13 09:05:07', '2017-05-13 09:05:07'],
    ['[$-419]d mmmm yyyy;@', '13 May 2017', '2017-05-13'],
    ['h:mm AM/PM', '9:05 AM', '09:05:07'],
    ['"on "dd"."mm', 'on 13.05', '2017-05-13'],
  ])('shows a date by %s', async (numFmt, displayed, exact) => {
    const content = await workbook((sheet) => {
      sheet.addRow([new Date('2017-05-13T09:05:07Z')]).getCell(1).numFmt = numFmt;
    });
    expect(await read(content)).toEqual([{ number: 1, cells: [displayed], exact: new Map([[0, exact]]) }]);
  });

  it.each([
    [42, '00000', '00042'], [3.6, '0', '4'], [2.5, '0.00', '2.50'], [0.5, '0%', '50%'], [1234.5, '#,##0.00', '1234.50'], [12, '"R-"0000', 'R-0012'],
    [-3, '0;(0)', '(3)'], [5, ';;;', ''], [7, '0.##', '7'], [1.005, 'General', '1.005'], [3, '[>2]0;0.0', '3'],
  ])('shows %d by %s', async (value, numFmt, displayed) => {
    const content = await workbook((sheet) => {
      sheet.addRow([value, 'x']).getCell(1).numFmt = numFmt;
    });
    expect((await read(content))[0]?.cells[0]).toBe(displayed);
  });

  it('finds a sheet by its name', async () => {
    const content = await workbook((_, book) => void book.addWorksheet('Second').addRow(['here']));
    expect(await read(content, 'Second')).toEqual([{ number: 1, cells: ['here'] }]);
  });

  it('keeps letters of several bytes whole across pieces', async () => {
    const words = Array.from({ length: 5000 }, (_, index) => `Удовлетворённость ${index}`);
    const rows = await read(await workbook((sheet) => words.forEach((word) => sheet.addRow([word]))));
    expect(rows.map((row) => row.cells[0])).toEqual(words);
  });

  it('reads what other programs write: no references, inline text, foreign prefixes, odd part names', async () => {
    const rows = await read(await packed(parts('<x:worksheet xmlns:x="s"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>b</x:t></x:r></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>')));
    expect(rows).toEqual([{ number: 1, cells: ['ab', '5'] }]);
  });

  it('refuses what only a hostile or broken file has', async () => {
    const cell = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>';
    await expect(read(Buffer.from('id,time\n1,2'))).rejects.toThrow(/not a spreadsheet/);
    await expect(read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow(/not a spreadsheet/);
    const whole = await packed(parts(cell));
    await expect(read(whole.subarray(0, whole.length / 2))).rejects.toThrow(/not a spreadsheet|damaged/);
    await expect(read(await packed(parts(`<!DOCTYPE a [<!ENTITY b "bb">]>${cell}`)))).rejects.toThrow(/never need/);
    await expect(read(await packed(parts(cell.replace('</row>', ''))))).rejects.toThrow(/damaged/);
    await expect(read(await packed(parts(cell, { 'xl/vbaProject.bin': 'x' })))).rejects.toThrow(/macros/);
    await expect(read(await packed(parts(cell, { 'xl/inner.zip': 'x' })))).rejects.toThrow(/never need/);
    await expect(read(await packed(parts(cell.replace('A1', 'XFD1'))))).rejects.toThrow(/500 columns/);
    await expect(read(await packed(parts(cell, Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`x/${index}.xml`, ''])))))).rejects.toThrow(/never need/);
  });

  it('stops at a bomb while inflating it', async () => {
    const bomb = await packed(parts(`<worksheet>${' '.repeat(40 * 1024 * 1024)}</worksheet>`));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    await expect(read(bomb)).rejects.toThrow(/200 MiB|tight/);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });
});
