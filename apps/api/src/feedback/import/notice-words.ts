import type { ColumnPart, ImportNotice, ImportNoticeCode, NoticeParams } from '@afferent/contracts';

/** A warning or failure on its way: the words are made where it is told. */
export type Notice = Pick<ImportNotice, 'code' | 'params'>;

/** The English text of every notice; `{loss}` is what happens without the column. */
const words: Record<ImportNoticeCode, string> = {
  read_as_windows_1251: 'The file is not UTF-8 and was read as windows-1251.',
  read_as_utf8: 'The file says itself that it is UTF-8 and was read so.',
  column_missing: 'The column "{column}" is not in the file: {loss}.',
  column_doubled: 'The column "{column}" is in the file {count} times: {loss}.',
  values_without_label: 'The column "{column}" has values without a label in {count} rows: {values}. These rows count only where nothing is filtered by it.',
  rejections_cut: 'Only the first {count} rejections are listed.',
  empty_file: 'The file is empty.',
  utf_16: 'The file is in UTF-16. Save it as UTF-8 or windows-1251 and send it again.',
  archive_not_csv: 'The file is a ZIP archive or a spreadsheet, not CSV. Choose the format xlsx for a spreadsheet.',
  unknown_encoding: 'The file is neither in UTF-8 nor in windows-1251. Save it as UTF-8 and send it again.',
  bad_header: 'The file’s first line, its header, cannot be read: a quote in it is not closed, or it is too long.',
  header_beyond_end: 'The file ends before line {row}, where the mapping expects the column names.',
  vital_column_missing: 'The column "{column}", which the id or the time of a response is made of, is not in the file\'s header.',
  vital_column_doubled: 'The column "{column}", which the id or the time of a response is made of, is in the file\'s header {count} times.',
  too_many_columns: 'The file has more than {max} columns.',
  too_many_rows: 'The file has more than {max} rows; what comes before them was read. Save it as CSV in smaller parts.',
  too_many_open_quotes: 'Too many lines have quotes that are not closed; the file cannot be read as CSV.',
  not_a_spreadsheet: 'The file is not a spreadsheet in the .xlsx format, or it is cut short.',
  spreadsheet_too_large: 'The spreadsheet holds more than {max} MiB when unpacked, or is packed suspiciously tight. Save it as CSV.',
  spreadsheet_too_much_text: 'The spreadsheet has more than {max} MiB of text. Save it as CSV.',
  spreadsheet_unsafe: 'The spreadsheet’s archive holds what spreadsheets never need. Save it anew in a spreadsheet program.',
  spreadsheet_encrypted: 'The spreadsheet is encrypted. Save it without a password.',
  spreadsheet_macros: 'The spreadsheet has macros. Save it as .xlsx without them.',
  spreadsheet_damaged: 'The spreadsheet is damaged: a part of it is missing or cannot be read.',
  no_such_sheet: 'The spreadsheet has no sheet “{sheet}”. It has: {sheets}.',
  no_sheets: 'The spreadsheet has no sheet with cells.',
  question_changed: 'The question “{question}” was imported before under this mapping’s name with another metric, scale or touchpoint. Give the mapping another name.',
  scale_conflict: 'Two scales are never pooled. Asked on another scale already: {questions}.',
  map_full: 'This map cannot hold more stages, lanes or cards.',
  journey_gone: 'The journey is not there any more.',
  out_of_memory: 'Reading the file needs more memory than is allowed. Save it as CSV, or in smaller parts.',
  too_slow: 'Reading the file took too long without any progress.',
  file_gone: 'The uploaded file is gone. Send it again.',
  not_stored: 'The file’s rows could not be stored, although it was tried several times.',
  other: '{text}',
};

const losses: Record<ColumnPart, string> = {
  weight: 'every response counts with weight 1',
  segment: 'no response has a segment',
  channel: 'no response has a channel',
  attribute: 'the attribute "{name}" was left out',
  comment: 'comments were left out',
  customerRef: 'customer references were left out',
  question: 'the question "{name}" was left out',
};

/** A text with its `{places}` filled; a value is never read as a place itself. */
export const fillWords = (template: string, params: NoticeParams): string => template.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));

/** A notice as it is told: the code for the reader's own words, and the English text. */
export function toldNotice({ code, params }: Notice): ImportNotice {
  const loss = Object.entries(losses).find(([part]) => part === params['part'])?.[1];
  return { code, params, detail: fillWords(words[code], loss === undefined ? params : { ...params, loss: fillWords(loss, params) }) };
}
