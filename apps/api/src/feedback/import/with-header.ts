import type { HeaderPlace } from '@afferent/contracts';
import { headerNames } from '@afferent/contracts/import-columns';
import { maxColumns, maxCsvRows, UnreadableFile, type RawRow } from './table.js';

const firstLine: HeaderPlace = { row: 1, rows: 1, skip: 0 };

/** Takes the header off the rows, and what stands above and right below it; refuses a file without one. */
export async function withHeader(rows: AsyncGenerator<RawRow[]>, place: HeaderPlace = firstLine): Promise<{ header: string[]; headerRow: number; rows: AsyncGenerator<RawRow[]> }> {
  let seen: RawRow[] = [];
  let end = Infinity;
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    seen = seen.concat(next.value.filter(({ number }) => number >= place.row));
    if (seen[0]) end = seen[0].number + place.rows;
    if ((seen.at(-1)?.number ?? 0) >= end) break;
  }
  const lines = seen.filter(({ number }) => number < end);
  const last = lines.at(-1);
  if (!last) throw place.row === 1 ? new UnreadableFile('empty_file') : new UnreadableFile('header_beyond_end', { row: place.row });
  if (lines.some(({ fault }) => fault)) throw new UnreadableFile('bad_header');
  const names = headerNames(lines.map((line) => line.cells.map((cell, index) => line.exact?.get(index) ?? cell)));
  if (names.length > maxColumns) throw new UnreadableFile('too_many_columns', { max: maxColumns });
  const rest = seen.filter(({ number }) => number >= end + place.skip);
  async function* remaining() {
    let count = rest.length;
    yield rest;
    for await (const more of rows) {
      count += more.length;
      if (count > maxCsvRows) throw new UnreadableFile('too_many_rows', { max: maxCsvRows });
      yield (more[0]?.number ?? 0) < end + place.skip ? more.filter(({ number }) => number >= end + place.skip) : more;
    }
  }
  return { header: names, headerRow: last.number, rows: remaining() };
}
