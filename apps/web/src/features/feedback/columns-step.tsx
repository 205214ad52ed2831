import type { ImportPreview } from '@afferent/contracts';
import { nameKey } from '@afferent/domain';
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../../ui/icons';
import { Tile } from '../../ui/tile';
import styles from './import.module.css';
import { LabelsField } from './labels-field';
import { documentOfDraft, faultsOf, type MappingDraft, type QuestionDraft } from './mapping-draft';
import { QuestionRow } from './question-row';
import { TemplateField } from './template-field';

interface Props {
  preview: ImportPreview;
  draft: MappingDraft;
  names: readonly string[];
  hasJourney: boolean;
  onChange: (draft: MappingDraft) => void;
  onBack: () => void;
  onNext: () => void;
}

const SAMPLES = 6;

/** What each column means: the row's own fields, and one line for every column that looks like a rating. */
export const ColumnsStep = ({ preview, draft, names, hasJourney, onChange, onBack, onNext }: Props) => {
  const { t } = useTranslation(['feedback', 'common']);
  const [onlyUsed, setOnlyUsed] = useState(false);
  const headers = useMemo(() => [...new Set(preview.header.map((header) => header.trim()).filter((header) => header !== ''))], [preview]);
  const samples = useMemo(() => new Map(preview.header.map((header, index) => [header.trim(), [...new Set(preview.rows.map((row) => (row[index] ?? '').trim()).filter((value) => value !== ''))].slice(0, SAMPLES)])), [preview]);
  const faults = faultsOf(draft);
  const aboutOf = (column: string): QuestionDraft['about'] => {
    const name = names.find((known) => nameKey(known) === nameKey(column));
    return name == null ? { kind: 'none' } : { kind: 'touchpoint', name };
  };
  const wholeWithoutJourney = !hasJourney && draft.questions.some(({ about }) => about.kind === 'journey');
  const set = (part: Partial<MappingDraft>) => onChange({ ...draft, ...part });
  const setQuestion = (index: number, next: QuestionDraft) => set({ questions: draft.questions.map((question, at) => (at === index ? next : question)) });
  const free = headers.filter((header) => !draft.questions.some((question) => question.column === header));
  const shown = draft.questions.map((question, index) => ({ question, index })).filter(({ question }) => !onlyUsed || question.about.kind !== 'none');
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(documentOfDraft(draft), null, 2)], { type: 'application/json' }));
    link.download = `${draft.name.trim() || 'mapping'}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const columnField = (key: 'weight' | 'comment' | 'customerRef') => (
    <Select label={t(`columns.${key}`)} placeholder={t('columns.none')} searchable clearable allowDeselect value={draft[key]} onChange={(value) => set({ [key]: value })} data={headers} />
  );

  return (
    <div className={styles.columnsStep}>
      <Tile title={t('columns.row')}>
        <div className={styles.fields}>
          <TextInput label={t('columns.name')} description={t('columns.nameHelp')} value={draft.name} maxLength={200} onChange={(event) => set({ name: event.currentTarget.value })} error={faults.includes('name') ? t('faults.name') : null} />
          <TemplateField label={t('columns.externalId')} description={t('columns.externalIdHelp')} headers={headers} samples={samples} value={draft.externalId} onChange={(externalId) => set({ externalId })} error={faults.includes('externalId') ? t('faults.externalId') : null} />
          <TemplateField label={t('columns.answeredAt')} description={t('columns.answeredAtHelp')} headers={headers} samples={samples} value={draft.answeredAt.template} onChange={(template) => set({ answeredAt: { ...draft.answeredAt, template } })} error={faults.includes('answeredAt') ? t('faults.answeredAt') : null} />
          <TextInput label={t('columns.format')} description={t('columns.formatHelp')} placeholder="yyyy-M-d H:mm" value={draft.answeredAt.format} onChange={(event) => set({ answeredAt: { ...draft.answeredAt, format: event.currentTarget.value } })} />
          <Select label={t('columns.timezone')} searchable value={draft.answeredAt.timezone} onChange={(timezone) => timezone != null && set({ answeredAt: { ...draft.answeredAt, timezone } })} data={[...new Set([draft.answeredAt.timezone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]} limit={60} />
          <LabelsField label={t('columns.segment')} preview={preview} headers={headers} value={draft.segment} onChange={(segment) => set({ segment })} />
          <LabelsField label={t('columns.channel')} preview={preview} headers={headers} value={draft.channel} onChange={(channel) => set({ channel })} />
          {columnField('weight')}
          {columnField('comment')}
          {columnField('customerRef')}
        </div>
        {(draft.attributes?.length ?? 0) > 0 ? <p className="muted">{t('columns.attributes', { names: draft.attributes?.map(({ key }) => key).join(', ') })}</p> : null}
      </Tile>
      <Tile title={t('columns.questions')} aside={<Switch size="xs" label={t('columns.onlyUsed')} checked={onlyUsed} onChange={(event) => setOnlyUsed(event.currentTarget.checked)} />}>
        <p className="muted">{t('columns.questionsHelp')}</p>
        <ul className={styles.questions}>
          {shown.map(({ question, index }) => (
            <QuestionRow key={question.column} question={question} samples={samples.get(question.column) ?? []} missingColumn={!headers.includes(question.column)} names={names} onChange={(next) => setQuestion(index, next)} />
          ))}
        </ul>
        <Select
          className={styles.addQuestion} leftSection={<IconPlus size={14} />} aria-label={t('columns.add')} placeholder={t('columns.add')} searchable value={null} data={free} limit={200}
          onChange={(column) => column != null && set({ questions: [...draft.questions, { key: column.slice(0, 100), column, metric: 'csat', scale: [1, 5], missing: [], about: aboutOf(column) }] })}
        />
      </Tile>
      <div className={styles.foot}>
        <ul className={styles.faults} aria-live="polite">
          {faults.map((fault) => <li key={fault}>{t(`faults.${fault}`)}</li>)}
          {wholeWithoutJourney ? <li>{t('faults.journey')}</li> : null}
        </ul>
        <Button className={styles.download} variant="subtle" onClick={download}>{t('columns.download')}</Button>
        <Button variant="default" onClick={onBack}>{t('back')}</Button>
        <Button onClick={onNext} disabled={faults.length > 0 || wholeWithoutJourney}>{t('columns.next')}</Button>
      </div>
    </div>
  );
};
