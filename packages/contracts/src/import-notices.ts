import { z } from 'zod';

/** Figures and names that belong into the words of a notice or fault. */
export const noticeParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type NoticeParams = z.infer<typeof noticeParamsSchema>;

/** What a file or mapping was found to be; the reader of an import says it in the reader's language. */
export const importNoticeCodeSchema = z.enum([
  // Warnings: the import goes on. `part` is what the column is for, `name` which attribute or question.
  'read_as_windows_1251', 'read_as_utf8', 'column_missing', 'column_doubled', 'values_without_label', 'rejections_cut',
  // The file as a whole.
  'empty_file', 'utf_16', 'archive_not_csv', 'unknown_encoding', 'bad_header', 'header_beyond_end', 'vital_column_missing', 'vital_column_doubled', 'too_many_columns', 'too_many_rows', 'too_many_open_quotes',
  // Spreadsheets.
  'not_a_spreadsheet', 'spreadsheet_too_large', 'spreadsheet_too_much_text', 'spreadsheet_unsafe', 'spreadsheet_encrypted', 'spreadsheet_macros', 'spreadsheet_damaged', 'no_such_sheet', 'no_sheets',
  // What the file is to be stored in.
  'question_changed', 'scale_conflict', 'map_full', 'journey_gone',
  // Reading and storing.
  'out_of_memory', 'too_slow', 'file_gone', 'not_stored', 'other',
]);
export type ImportNoticeCode = z.infer<typeof importNoticeCodeSchema>;

/** What a column is used for, as `part` of a notice about it. */
export const columnPartSchema = z.enum(['weight', 'segment', 'channel', 'attribute', 'comment', 'customerRef', 'question']);
export type ColumnPart = z.infer<typeof columnPartSchema>;

/** A warning, or the reason why an import failed: a stable code with what belongs into its words; `detail` says it in English. */
export const importNoticeSchema = z.object({ code: importNoticeCodeSchema, params: noticeParamsSchema, detail: z.string() }).meta({ id: 'ImportNotice' });
export type ImportNotice = z.infer<typeof importNoticeSchema>;

/** Why a row, or one answer of it, is left out. `invalid_answer` has `min` and `max`, `too_many_fields` has `fields` and `columns`. */
export const importFaultCodeSchema = z.enum([
  'invalid_answer', 'invalid_encoding', 'invalid_id', 'invalid_time', 'invalid_weight', 'field_too_long', 'missing_id', 'missing_time', 'time_out_of_range', 'too_many_fields', 'unclosed_quote',
]);
export type ImportFaultCode = z.infer<typeof importFaultCodeSchema>;

/** A fault of one row or cell: `row` counts the header as 1; `column` is null when the whole row is at fault. */
export const importFaultSchema = z.object({
  row: z.number().int(), column: z.string().nullable(), code: importFaultCodeSchema, params: noticeParamsSchema, detail: z.string(), value: z.string().nullable(),
});
export type ImportFault = z.infer<typeof importFaultSchema>;

/** `lang` makes the rejections file one for people: its header and reasons in that language. Without it, it is one for programs. */
export const rejectionsQuerySchema = z.strictObject({ lang: z.enum(['en', 'ru']).optional() });
export type RejectionsQuery = z.infer<typeof rejectionsQuerySchema>;
