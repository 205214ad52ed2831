import { posix } from 'node:path';
import { UnreadableFile } from '../table.js';
import { builtInFormats } from './number-format.js';
import type { CheckedZip } from './open-zip.js';
import { readWholeXml } from './read-xml.js';

/** A workbook without its rows: the sheets with the parts they are in, the text table, and a number format for each cell style. */
export interface Book {
  sheets: { name: string; part: string }[];
  date1904: boolean;
  strings: string[];
  formats: string[];
}

const maxTextLength = 64 * 1024 * 1024;

async function relations(zip: CheckedZip, part: string): Promise<{ id: string; type: string; target: string }[]> {
  const found: { id: string; type: string; target: string }[] = [];
  const stream = await zip.read(posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`));
  if (!stream) return found;
  await readWholeXml(stream, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return found;
}

async function readStrings(zip: CheckedZip, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  const stream = part === undefined ? undefined : await zip.read(part);
  if (!stream) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  let length = 0;
  await readWholeXml(stream, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        length += text.length;
        if (length > maxTextLength) throw new UnreadableFile('spreadsheet_too_much_text', { max: maxTextLength / 1024 / 1024 });
        strings.push(text);
      }
    },
  });
  return strings;
}

async function readFormats(zip: CheckedZip, part: string | undefined): Promise<string[]> {
  const custom = new Map<number, string>();
  const formats: string[] = [];
  const stream = part === undefined ? undefined : await zip.read(part);
  if (!stream) return formats;
  let inCells = false;
  await readWholeXml(stream, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(custom.get(id) ?? builtInFormats[id] ?? 'General');
      }
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** Reads what all sheets of a workbook share. */
export async function readBook(zip: CheckedZip): Promise<Book> {
  const bookPart = (await relations(zip, '')).find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const stream = await zip.read(bookPart);
  if (!stream) throw new UnreadableFile('not_a_spreadsheet');
  const named: { name: string; id: string }[] = [];
  let date1904 = false;
  await readWholeXml(stream, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name === 'sheet') named.push({ name: attributes['name'] ?? '', id: Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '' });
    },
    text: () => undefined,
    close: () => undefined,
  });
  const parts = await relations(zip, bookPart);
  const partOf = (type: string) => parts.find((relation) => relation.type === type)?.target;
  const sheets = named.flatMap(({ name, id }) => {
    const part = parts.find((relation) => relation.id === id && relation.type === 'worksheet')?.target;
    return part === undefined ? [] : [{ name, part }];
  });
  if (sheets.length === 0) throw new UnreadableFile('no_sheets');
  return { sheets, date1904, strings: await readStrings(zip, partOf('sharedStrings')), formats: await readFormats(zip, partOf('styles')) };
}
