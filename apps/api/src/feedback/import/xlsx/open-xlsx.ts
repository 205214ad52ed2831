import type { TableFile, TableFileRequest } from '../table-file.js';
import { UnreadableFile } from '../table.js';
import { withHeader } from '../with-header.js';
import { openZip } from './open-zip.js';
import { readBook } from './read-book.js';
import { readSheet } from './read-sheet.js';

/** Opens one sheet of a spreadsheet as a table. */
export async function openXlsx(request: TableFileRequest): Promise<TableFile> {
  const zip = await openZip(request.path);
  try {
    const book = await readBook(zip);
    const sheets = book.sheets.map((sheet) => sheet.name);
    const chosen = request.sheet === undefined ? book.sheets[0] : book.sheets.find((sheet) => sheet.name === request.sheet);
    if (!chosen) throw new UnreadableFile('no_such_sheet', { sheet: request.sheet ?? '', sheets: sheets.join(', ').slice(0, 500) });
    const table = await withHeader(readSheet(zip, book, chosen.part), request.header);
    return { ...table, encoding: null, delimiter: null, sheets, sheet: chosen.name, notices: [], progress: () => zip.progress(chosen.part), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}
