import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './pulse.module.css';

interface ChartTableProps {
  caption: string;
  heads: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** What a chart draws, as a table of the same size. */
export const ChartTable = ({ caption, heads, rows }: ChartTableProps) => (
  // The region is focusable because a keyboard must be able to scroll it.
  <div className={styles.tableBox} tabIndex={0} role="region" aria-label={caption}>
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => <td key={heads[index + 1]}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Switches a tile between its chart and its table. */
export const TableToggle = ({ asTable, onToggle }: { asTable: boolean; onToggle: () => void }) => {
  const { t } = useTranslation('analytics');
  return <Button className={styles.toggle} variant="subtle" size="compact-xs" aria-pressed={asTable} onClick={onToggle}>{t(asTable ? 'pulse.asChart' : 'pulse.asTable')}</Button>;
};
