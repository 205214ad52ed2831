import { Select, TextInput } from '@mantine/core';
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
}

/** Text with {COLUMN} places; most people only choose a column, which writes the text for them. The first row shows what comes of it. */
export const TemplateField = ({ label, description, headers, samples, value, onChange, error }: Props) => {
  const { t } = useTranslation('feedback');
  const single = /^\{([^{}]+)\}$/.exec(value)?.[1]?.trim() ?? null;
  const example = value.replaceAll(/\{([^{}]+)\}/g, (_, column: string) => samples.get(column.trim())?.[0] ?? '?');
  return (
    <div className={styles.template}>
      <Select label={label} description={description} placeholder={t('columns.choose')} searchable value={single != null && headers.includes(single) ? single : null} data={[...headers]} limit={200} onChange={(column) => column != null && onChange(`{${column}}`)} error={error} />
      <TextInput aria-label={t('columns.template', { label })} value={value} onChange={(event) => onChange(event.currentTarget.value)} placeholder="{COLUMN}" rightSectionWidth={0} />
      {value === '' ? null : <p className={styles.example}>{t('columns.example', { text: example })}</p>}
    </div>
  );
};
