import { useMediaQuery } from '@mantine/hooks';
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
  /** In a phone's list the value takes the whole width. */
  isLong?: boolean;
  /** In a phone's list a row without this value does not name it. */
  isEmpty?: (row: Row) => boolean;
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
  /** On a phone: a table that scrolls sideways, or a list where every row is a block. */
  narrow?: 'scroll' | 'list';
}

const compare = (a: string | number, b: string | number, collator: Intl.Collator) => (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));

const order = <Row,>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null, locale: string) => {
  const by = columns.find((column) => column.key === sort?.key)?.sortBy;
  if (sort == null || by == null) return rows;
  const collator = new Intl.Collator(locale, { numeric: true });
  return rows.toSorted((one, other) => {
    const [a, b] = [by(one), by(other)];
    if (a == null || b == null) return Number(a == null) - Number(b == null);
    return (sort.descending ? -1 : 1) * compare(a, b, collator);
  });
};

const Header = <Row,>({ column, sort, onSort }: { column: Column<Row>; sort: Sort | null; onSort: (key: string) => void }) => {
  if (column.sortBy == null) return column.header === '' ? <span className="visually-hidden">{column.srHeader}</span> : column.header;
  const Arrow = sort?.descending === true ? IconChevronDown : IconChevronUp;
  return (
    <button type="button" onClick={() => onSort(column.key)}>
      {column.header}
      {sort?.key === column.key ? <Arrow size={13} aria-hidden /> : <span className={styles.unsorted} aria-hidden />}
    </button>
  );
};

/** A table whose headers sort. */
export const DataTable = <Row,>({ caption, columns, rows, rowKey, initialSort, locale, narrow = 'scroll' }: DataTableProps<Row>) => {
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null);
  const isNarrow = useMediaQuery('(max-width: 600px)');
  const ordered = useMemo(() => order(rows, columns, sort, locale), [rows, columns, sort, locale]);
  const toggle = (key: string) => setSort((now) => ({ key, descending: now?.key === key ? !now.descending : false }));
  const ariaSort = (column: Column<Row>) => (sort?.key === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined);

  if (isNarrow && narrow === 'list') return <RowList caption={caption} columns={columns} rows={ordered} rowKey={rowKey} />;
  return (
    // The region is focusable because a keyboard must be able to scroll it.
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => <th key={column.key} scope="col" aria-sort={ariaSort(column)} data-align={column.align} style={{ width: column.width }}><Header column={column} sort={sort} onSort={toggle} /></th>)}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => <tr key={rowKey(row)}>{columns.map((column) => <td key={column.key} data-align={column.align}>{column.cell(row)}</td>)}</tr>)}
        </tbody>
      </table>
    </div>
  );
};

/** The same rows on a phone: the first column names the block, a column without a header stands beside it. */
const RowList = <Row,>({ caption, columns, rows, rowKey }: Pick<DataTableProps<Row>, 'caption' | 'columns' | 'rows' | 'rowKey'>) => {
  const [first, ...others] = columns;
  const facts = others.filter(({ header }) => header !== '');
  const buttons = others.filter(({ header }) => header === '');
  return (
    <ul className={styles.list} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className={styles.name}>{first?.cell(row)}</div>
          <div className={styles.buttons}>{buttons.map((column) => <span key={column.key}>{column.cell(row)}</span>)}</div>
          <dl>{facts.filter(({ isEmpty }) => isEmpty?.(row) !== true).map((column) => <div key={column.key} data-long={column.isLong || undefined}><dt>{column.header}</dt><dd>{column.cell(row)}</dd></div>)}</dl>
        </li>
      ))}
    </ul>
  );
};
