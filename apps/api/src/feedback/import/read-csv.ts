import type { Delimiter } from '@afferent/contracts';
import Papa from 'papaparse';
import { maxRecordLength, UnreadableFile, type Fault, type RawRow } from './table.js';

interface Scan {
  rows: RawRow[];
  /** Where the first record that is not complete yet begins. */
  end: number;
}

const unclosed: Fault = { code: 'unclosed_quote' };
const tooLong: Fault = { code: 'field_too_long' };

/** Characters that may be read twice while recovering from broken quotes before the file is given up. */
const recoveryBudget = 512 * 1024 * 1024;

/**
 * Rows of CSV text in batches. A record with broken quotes loses only its first line: reading resumes at the next line, so one
 * forgotten quote cannot swallow the rows behind it, and no more than about one record of 1 MiB is ever held.
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter: Delimiter, budget = recoveryBudget): AsyncGenerator<RawRow[]> {
  const reader = new CsvRecords(delimiter, budget);
  for await (const part of text) {
    const rows = reader.add(part);
    if (rows.length > 0) yield rows;
  }
  const rows = reader.finish();
  if (rows.length > 0) yield rows;
}

class CsvRecords {
  private rest = '';
  private number = 0;
  private skipsLine = false;

  constructor(
    private readonly delimiter: Delimiter,
    private budget: number,
  ) {}

  add(part: string): RawRow[] {
    let text = this.rest + part;
    if (this.skipsLine) {
      const next = text.indexOf('\n');
      this.rest = '';
      if (next < 0) return [];
      text = text.slice(next + 1);
      this.skipsLine = false;
    }
    const rows: RawRow[] = [];
    this.rest = this.read(text, false, rows);
    while (this.rest.length > maxRecordLength) {
      const line = this.rest.indexOf('\n');
      this.spend(this.rest.length);
      this.number++;
      if (line < 0) {
        rows.push({ number: this.number, cells: [], fault: tooLong });
        this.rest = '';
        this.skipsLine = true;
        break;
      }
      rows.push({ number: this.number, cells: [], fault: unclosed });
      this.rest = this.read(this.rest.slice(line + 1), false, rows);
    }
    return rows;
  }

  finish(): RawRow[] {
    const rows: RawRow[] = [];
    if (!this.skipsLine) this.read(this.rest, true, rows);
    this.rest = '';
    return rows;
  }

  private spend(characters: number) {
    this.budget -= characters;
    if (this.budget < 0) throw new UnreadableFile('too_many_open_quotes');
  }

  private read(text: string, last: boolean, rows: RawRow[]): string {
    let rest = text;
    while (rest.length > 0) {
      const scan = this.scan(rest, last);
      for (const row of scan.rows) rows.push(row);
      rest = rest.slice(scan.end);
      if (!scan.broken) return last ? '' : rest;
      const line = rest.indexOf('\n');
      this.number++;
      rows.push({ number: this.number, cells: [], fault: unclosed });
      rest = line < 0 ? '' : rest.slice(line + 1);
    }
    return '';
  }

  private scan(text: string, last: boolean): Scan & { broken: boolean } {
    const found: Scan & { broken: boolean } = { rows: [], end: 0, broken: false };
    const parser = new Papa.Parser({
      delimiter: this.delimiter,
      newline: '\n',
      step: (result: Papa.ParseStepResult<string[][]>) => {
        const cells = result.data[0] ?? [];
        if (result.errors.length > 0) {
          this.spend(result.meta.cursor - found.end);
          found.broken = true;
          parser.abort();
          return;
        }
        const length = result.meta.cursor - found.end;
        found.end = result.meta.cursor;
        this.number++;
        if (cells.length === 1 && cells[0] === '') return;
        found.rows.push(length > maxRecordLength ? { number: this.number, cells: [], fault: tooLong } : { number: this.number, cells });
      },
    });
    parser.parse(text, 0, !last);
    return found;
  }
}
