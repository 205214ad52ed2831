import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './import.module.css';
import { labelsFor, type LabelsDraft } from './mapping-draft';
import type { Table } from './read-file';

interface Props { label: string; table: Table; headers: readonly string[]; value: LabelsDraft | null; onChange: (value: LabelsDraft | null) => void }

/** A segment's or channel's column, and what its codes are called. */
export const LabelsField = ({ label, table, headers, value, onChange }: Props) => {
  const { t } = useTranslation(['feedback', 'common']);
  const [open, setOpen] = useState(false);
  const entries = Object.entries(value?.labels ?? {});
  return (
    <div className={styles.template}>
      <Select label={label} placeholder={t('columns.none')} searchable clearable allowDeselect value={value?.column ?? null} data={[...headers]} limit={200} onChange={(column) => onChange(column == null ? null : labelsFor(table, column))} />
      {value == null ? null : <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>{t('columns.labels', { count: entries.length, n: entries.length })}</Button>}
      <Modal opened={open} onClose={() => setOpen(false)} title={label} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <p className="muted">{t('columns.labelsHelp')}</p>
        <ul className={styles.labels}>
          {entries.map(([code, text]) => (
            <li key={code}>
              <code>{code}</code>
              <TextInput aria-label={t('columns.labelOf', { code })} value={text} onChange={(event) => value != null && onChange({ ...value, labels: { ...value.labels, [code]: event.currentTarget.value } })} />
            </li>
          ))}
        </ul>
      </Modal>
    </div>
  );
};
