import type { Delimiter, Encoding } from '@afferent/contracts';
import Papa from 'papaparse';
import { refuseForeignBytes } from './decode-text.js';
import type { Notice } from './notice-words.js';
import { UnreadableFile } from './table.js';

export interface CsvShape {
  encoding: Encoding;
  delimiter: Delimiter;
  notices: Notice[];
}

const candidates: Delimiter[] = [',', ';', '\t', '|'];

const fewBytes = 8;

/**
 * Whether text that is not UTF-8 is in the DOS encoding of Cyrillic, whose letters lie mostly in 0x80..0xAF. There windows-1251 has
 * punctuation and rare letters only, so its text never looks so, and text of either read as the other is rubbish.
 */
function isDosCyrillic(sample: Uint8Array): boolean {
  let high = 0;
  let low = 0;
  for (const byte of sample) {
    if (byte >= 0xb0) high++;
    else if (byte >= 0x80) low++;
  }
  return low >= fewBytes && low > high;
}

function guessEncoding(sample: Uint8Array): Encoding {
  let damaged = 0;
  let foreign = 0;
  for (const character of new TextDecoder('utf-8').decode(sample, { stream: true })) {
    if (character === '\ufffd') damaged++;
    else if (character > '\u007f') foreign++;
  }
  if (damaged <= foreign) return 'utf-8';
  if (isDosCyrillic(sample)) throw new UnreadableFile('unknown_encoding');
  return 'windows-1251';
}

function score(sample: string, delimiter: Delimiter, wanted: ReadonlySet<string>): number {
  const rows = Papa.parse<string[]>(sample, { delimiter, preview: 10 }).data;
  // Titles may stand above the header, so the widest rows tell how many columns there are.
  const width = Math.max(1, ...rows.map((row) => row.length));
  const known = Math.max(0, ...rows.map((row) => row.filter((name) => wanted.has(name.trim())).length));
  const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
  return known * 10_000 + (width - 1) * even;
}

/** How a CSV file is to be read: what the mapping says, else what its first bytes show; `wanted` are the columns the mapping names. */
export function sniffCsv(sample: Uint8Array, given: { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined }, wanted: ReadonlySet<string>): CsvShape {
  refuseForeignBytes(sample);
  const notices: Notice[] = [];
  const bom = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf;
  const encoding = bom ? 'utf-8' : given.encoding ?? guessEncoding(sample);
  if (!bom && !given.encoding && encoding !== 'utf-8') notices.push({ code: 'read_as_windows_1251', params: {} });
  if (bom && given.encoding && given.encoding !== 'utf-8') notices.push({ code: 'read_as_utf8', params: {} });
  if (given.delimiter) return { encoding, delimiter: given.delimiter, notices };
  const text = new TextDecoder(encoding).decode(sample, { stream: true }).replace(/\r\n?/g, '\n');
  const scored = candidates.map((delimiter) => ({ delimiter, score: score(text.slice(0, 65_536), delimiter, wanted) }));
  const best = scored.reduce((first, next) => (next.score > first.score ? next : first));
  return { encoding, delimiter: best.delimiter, notices };
}
