import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { dateKind, dateMeant, USUAL_FORMATS, writtenIn } from './date-example';
import styles from './import.module.css';
import type { MappingDraft } from './mapping-draft';
import { OneDate } from './one-date';
import { TemplateField } from './template-field';

interface Props {
  headers: readonly string[];
  samples: ReadonlyMap<string, readonly string[]>;
  value: MappingDraft['answeredAt'];
  /** Day and month could change places. */
  isAmbiguous: boolean;
  /** The date was taken from the file itself, for want of one in its columns. */
  isFileDate: boolean;
  onChange: (value: MappingDraft['answeredAt']) => void;
  error: string | null;
}

const isOneDate = (template: string) => /^\d{4}-\d{2}-\d{2}$/.test(template);

/** Which column dates an answer and how it is written; or one date for a file without dates. */
export const AnsweredAtField = ({ headers, samples, value, isAmbiguous, isFileDate, onChange, error }: Props) => {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const { template } = value;
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const column = /\{([^{}]+)\}/.exec(template)?.[1]?.trim() ?? '';
  const first = samples.get(column)?.[0];
  const written = first == null ? '' : template.replaceAll(/\{[^{}]+\}/g, first);
  const meant = first == null ? null : dateMeant(written, value.format);
  const labelOf = (each: string) => { const kind = dateKind(each); return kind === 'other' ? writtenIn(each) : t('columns.writtenLike', { example: writtenIn(each), kind: t(`dates.${kind}`) }); };
  const formats = [...new Set([value.format, ...USUAL_FORMATS])].map((each) => ({ value: each === '' ? 'iso' : each, label: labelOf(each) }));
  return (
    <TemplateField
      label={t('columns.answeredAt')} description={t('columns.answeredAtHelp')} headers={headers} samples={samples} value={template} error={error}
      others={[{ value: isOneDate(template) ? template : today, label: t('columns.oneDate') }, ...(/^(?:1[ ./])?\{[^{}]+\}(?:-01)?$/.test(template) && template !== `{${column}}` ? [{ value: template, label: t('columns.monthOf', { column }) }] : [])]}
      onChange={(next) => onChange({ ...value, template: next, ...(isOneDate(next) ? { format: '' } : {}) })}
      byHand={isOneDate(template) ? null : <TextInput label={t('columns.format')} description={t('columns.formatHelp')} placeholder="yyyy-M-d H:mm" value={value.format} onChange={(event) => onChange({ ...value, format: event.currentTarget.value })} />}
    >
      {isOneDate(template) ? <OneDate label={t('columns.theDate')} value={template} max={today} onChange={(date) => onChange({ ...value, template: date })} /> : null}
      {isFileDate ? <p className={styles.warning}>{t('columns.fileDate')}</p> : null}
      {template === '' || isOneDate(template) ? null : <Select label={t('columns.written')} allowDeselect={false} data={formats} value={value.format === '' ? 'iso' : value.format} onChange={(next) => next != null && onChange({ ...value, format: next === 'iso' ? '' : next })} />}
      {meant == null || first == null ? null : <p className={isAmbiguous ? styles.warning : styles.example}>{t(isAmbiguous ? 'columns.ambiguousDate' : 'columns.dateExample', { text: first, date: format.date(meant) })}</p>}
    </TemplateField>
  );
};
