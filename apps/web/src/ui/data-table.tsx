import { useMemo, useState, type ReactNode } from 'react';
import { IconChevronDown, IconChevronUp } from './icons';
import styles from './data-table.module.css';

export interface Column<Row> {
  key: string;
  /** Empty is allowed only with `srHeader`, for a column of buttons. */
  header: string;
  srHeader?: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable; null sorts last in both directions. */
  sortBy?: (row: Row) => string | number | null;
  align?: 'start' | 'end';
  width?: string;
}

interface Sort { key: string; descending: boolean }

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  initialSort?: Sort;
  /** The language whose alphabet orders text. */
  locale: string;
}

const compare = (a: string | number | null, b: string | number | null, collator: Intl.Collator) => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
};

/** A table whose headers sort; wide content scrolls inside its own focusable region. */
export const DataTable = <Row,>({ caption, columns, rows, rowKey, initialSort, locale }: DataTableProps<Row>) => {
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null);
  const ordered = useMemo(() => {
    const by = columns.find((column) => column.key === sort?.key)?.sortBy;
    if (sort == null || by == null) return rows;
    const collator = new Intl.Collator(locale, { numeric: true });
    return rows.toSorted((one, other) => {
      const [a, b] = [by(one), by(other)];
      if (a == null || b == null) return Number(a == null) - Number(b == null);
      return (sort.descending ? -1 : 1) * compare(a, b, collator);
    });
  }, [columns, rows, sort, locale]);

  const toggle = (key: string) => setSort((now) => ({ key, descending: now?.key === key ? !now.descending : false }));
  const ariaSort = (column: Column<Row>) => (sort?.key === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined);

  return (
    // The region is focusable because a keyboard must be able to scroll it.
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={ariaSort(column)} data-align={column.align} style={{ width: column.width }}>
                {column.sortBy == null ? (
                  column.header === '' ? <span className="visually-hidden">{column.srHeader}</span> : column.header
                ) : (
                  <button type="button" onClick={() => toggle(column.key)}>
                    {column.header}
                    {sort?.key !== column.key ? <span className={styles.unsorted} aria-hidden /> : sort.descending ? <IconChevronDown size={13} aria-hidden /> : <IconChevronUp size={13} aria-hidden />}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => <td key={column.key} data-align={column.align}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
