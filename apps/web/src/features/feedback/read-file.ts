import type { HeaderPlace, ImportPreview } from '@afferent/contracts';
import { guessColumns, type Guess } from './guess/guess-columns';
import { guessHeader, tableOf, type Lines } from './guess/header-place';

/** A file's first rows with the column names in their place; `texts` are the questions' words where a line below the names has them. */
export interface Table { header: string[]; texts: readonly string[]; rows: readonly (readonly string[])[] }

/** A chosen file and how it was read: what a person sees before saying what its columns mean. */
export interface Source {
  file: File;
  preview: ImportPreview;
  lines: Lines;
  place: HeaderPlace;
  table: Table;
  guess: Guess;
  /** No line names the columns. */
  unnamed: boolean;
}

/** How to read a file where the guess was wrong. */
export interface Reading { sheet?: string; delimiter?: string; encoding?: string; header?: HeaderPlace }

/** Where months come before days. */
const monthFirstIn = (timezone: string) => /^(?:US\/|America\/(?:New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Detroit|Boise|Indiana|Kentucky|North_Dakota|Juneau)|Pacific\/Honolulu)/.test(timezone);

export const sourceOf = (file: File, preview: ImportPreview, names: readonly string[], timezone: string, header?: HeaderPlace): Source => {
  const lines = { rows: [preview.header, ...preview.rows], numbers: [preview.headerRow, ...preview.rowNumbers] };
  const guessed = guessHeader(lines);
  const place = header ?? guessed.place;
  const table = tableOf(lines, place);
  const columns = table.header.map((name, index) => ({ header: name, text: (table.texts[index] ?? '').trim(), values: table.rows.map((row) => row[index] ?? '') }));
  return { file, preview, lines, place, table, guess: guessColumns(columns, names, monthFirstIn(timezone)), unnamed: header == null && guessed.missing };
};

/** Ratings that would be used, by which the sheet with the answers is told from covers and notes. */
export const usedRatings = ({ guess }: Source): number => guess.ratings.filter(({ about }) => about.kind !== 'none').length;
