import { UnreadableFile, type RawRow } from '../table.js';
import { formatDate, isDateFormat } from './date-format.js';
import { formatNumber } from './number-format.js';
import type { CheckedZip } from './open-zip.js';
import type { Book } from './read-book.js';
import { readXml, type XmlHandlers } from './read-xml.js';

const maxSheetRows = 200_000;
const maxSheetColumns = 500;

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
}

/** `BC7` → 54. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Rows of one sheet as a person reads them: dates and numbers as displayed, the exact date beside. */
class SheetRows implements XmlHandlers {
  rows: RawRow[] = [];
  private number = 0;
  private count = 0;
  private row: RawRow | undefined;
  private cell: Cell | undefined;
  private nextColumn = 0;
  private takes = false;
  private phonetic = 0;
  private readonly dateStyles: boolean[];

  constructor(private readonly book: Book) {
    this.dateStyles = book.formats.map(isDateFormat);
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.number = Number(attributes['r'] ?? this.number + 1);
      this.nextColumn = 0;
      this.row = { number: this.number, cells: [] };
    } else if (name === 'c' && this.row) {
      const reference = attributes['r'];
      const column = reference === undefined ? this.nextColumn : columnOf(reference);
      this.nextColumn = column + 1;
      this.cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
    } else if (name === 'rPh') this.phonetic++;
    else if (name === 'v' || name === 't') this.takes = this.cell !== undefined && this.phonetic === 0;
  }

  text(text: string): void {
    if (this.takes && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.takes = false;
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  private endCell(): void {
    const { row, cell } = this;
    this.cell = undefined;
    if (!row || !cell || cell.value === '') return;
    const { text, exact } = this.shown(cell);
    if (text === '') return;
    if (cell.column >= maxSheetColumns) throw new UnreadableFile('too_many_columns', { max: maxSheetColumns });
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = text;
    if (exact) (row.exact ??= new Map()).set(cell.column, exact);
  }

  private endRow(): void {
    const row = this.row;
    this.row = undefined;
    if (!row || row.cells.length === 0) return;
    this.count++;
    if (this.count > maxSheetRows + 1) throw new UnreadableFile('too_many_rows', { max: maxSheetRows });
    this.rows.push(row);
  }

  private shown({ type, style, value }: Cell): { text: string; exact?: string } {
    if (type === 's') return { text: this.book.strings[Number(value)] ?? '' };
    if (type === 'b') return { text: value.trim() === '1' ? 'TRUE' : 'FALSE' };
    if (type === 'd') return { text: value.trim().replace(/Z$/, '').replace(/\.0+$/, ''), exact: value.trim().replace(/T00:00:00.*$/, '').replace(/(\.\d+)?Z?$/, '') };
    const number = Number(value);
    if (type !== 'n' || value.trim() === '' || Number.isNaN(number)) return { text: value };
    const format = this.book.formats[style] ?? 'General';
    if (!this.dateStyles[style]) return { text: formatNumber(number, format) };
    const { displayed, exact } = formatDate(number, format, this.book.date1904);
    return { text: displayed, exact };
  }
}

/** Rows of one sheet in batches; rows without any content are left out, but numbered as in the sheet. */
export async function* readSheet(zip: CheckedZip, book: Book, part: string): AsyncGenerator<RawRow[]> {
  const stream = await zip.read(part);
  if (!stream) throw new UnreadableFile('spreadsheet_damaged');
  const sheet = new SheetRows(book);
  for await (const _ of readXml(stream, sheet)) {
    if (sheet.rows.length === 0) continue;
    const rows = sheet.rows;
    sheet.rows = [];
    yield rows;
  }
}
