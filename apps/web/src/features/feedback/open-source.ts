import { previewImport } from './feedback.queries';
import { sourceOf, usedRatings, type Reading, type Source } from './read-file';

/** A workbook's sheets that are looked into when the first one holds no ratings. */
const MOST_SHEETS = 6;

/** Reads a file's beginning; of a workbook, the sheet with the most ratings, unless one is asked for. */
export const openSource = async (workspaceId: string, file: File, context: { names: readonly string[]; timezone: string }, reading: Reading = {}): Promise<Source> => {
  const open = async (sheet: string | undefined) => sourceOf(file, await previewImport(workspaceId, file, { ...reading, ...(sheet == null ? {} : { sheet }) }), context.names, context.timezone, reading.header);
  let best = await open(reading.sheet);
  if (reading.sheet != null || usedRatings(best) > 1) return best;
  for (const sheet of best.preview.sheets.slice(1, MOST_SHEETS)) {
    const other = await open(sheet);
    if (usedRatings(other) > usedRatings(best)) best = other;
  }
  return best;
};
