import { Button, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './import.module.css';

interface Props {
  label: string;
  description: string;
  headers: readonly string[];
  samples: ReadonlyMap<string, readonly string[]>;
  value: string;
  onChange: (template: string) => void;
  error: string | null;
  /** Choices besides the columns, by their templates. */
  others: readonly { value: string; label: string }[];
  /** What else can be written by hand. */
  byHand?: ReactNode;
  children?: ReactNode;
}

/** Text with {COLUMN} places. Most people choose a column or one of the other ways, which writes the text for them; it can be opened and changed. */
export const TemplateField = ({ label, description, headers, samples, value, onChange, error, others, byHand, children }: Props) => {
  const { t } = useTranslation('feedback');
  const single = /^\{([^{}]+)\}$/.exec(value)?.[1]?.trim() ?? null;
  const other = others.find((choice) => choice.value === value);
  const isSimple = value === '' || other != null || (single != null && headers.includes(single));
  const [open, setOpen] = useState(false);
  const example = value.replaceAll(/\{([^{}]+)\}/g, (place, column: string) => samples.get(column.trim())?.[0] ?? (column === '#row' ? '2' : place));
  const data = [...others, ...headers.map((header) => ({ value: `{${header}}`, label: header }))];
  return (
    <div className={styles.template}>
      <Select label={label} description={description} placeholder={t('columns.choose')} searchable value={isSimple && value !== '' ? value : null} data={data} limit={200} onChange={(template) => template != null && onChange(template)} error={error} />
      {open || !isSimple ? <TextInput aria-label={t('columns.template', { label })} value={value} onChange={(event) => onChange(event.currentTarget.value)} placeholder="{COLUMN}" /> : null}
      {open || !isSimple ? byHand : null}
      {children ?? (value === '' || single != null && other == null && !open ? null : <p className={styles.example}>{t('columns.example', { text: example })}</p>)}
      {isSimple && !open ? <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>{t('columns.byHand')}</Button> : null}
    </div>
  );
};
