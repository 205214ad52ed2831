import type { ImportMapping } from '@afferent/contracts';
import { findLayout, mappedColumns, type Layout } from './layout.js';
import type { Notice } from './notice-words.js';
import { openTable, type TableFile } from './table-file.js';

/** Opens a file and finds the mapping's columns in it. */
export async function openMapped({ path, mapping }: { path: string; mapping: ImportMapping }): Promise<{ table: TableFile; layout: Layout; notices: Notice[] }> {
  const { format, delimiter, encoding, sheet, header } = mapping;
  const table = await openTable({ path, format, delimiter, encoding, sheet, header, wanted: mappedColumns(mapping) });
  try {
    const { layout, notices } = findLayout(mapping, table.header);
    return { table, layout, notices: [...table.notices, ...notices] };
  } catch (error) {
    table.close();
    throw error;
  }
}
