import { rowNumberPlace } from '@afferent/contracts';
import { nameKey } from '@afferent/domain';
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../../ui/icons';
import { Tile } from '../../ui/tile';
import { addedQuestion } from './added-question';
import { AnsweredAtField } from './answered-at-field';
import { CodebookButton } from './codebook-button';
import { isCode } from './guess/subject';
import styles from './import.module.css';
import { JourneySelect } from './journey-select';
import { LabelsField } from './labels-field';
import { dateOfFile, documentOfDraft, faultsOf, type MappingDraft, type QuestionDraft } from './mapping-draft';
import { QuestionRow } from './question-row';
import type { Reading, Source } from './read-file';
import { ReadingTile } from './reading-tile';
import { TemplateField } from './template-field';

interface Props {
  source: Source;
  draft: MappingDraft;
  names: readonly string[];
  journeyId: string | null;
  onJourney: (id: string | null) => void;
  isReading: boolean;
  onRead: (reading: Reading) => void;
  onChange: (draft: MappingDraft) => void;
  onBack: () => void;
  onNext: () => void;
}

const SAMPLES = 6;

/** What each column means: the row's own fields, and one line for every column that looks like a rating. */
export const ColumnsStep = ({ source, draft, names, journeyId, onJourney, isReading, onRead, onChange, onBack, onNext }: Props) => {
  const { t } = useTranslation(['feedback', 'common']);
  const { table, guess } = source;
  const [onlyUsed, setOnlyUsed] = useState(() => draft.questions.filter(({ about }) => about.kind !== 'none').length > 2);
  const headers = useMemo(() => [...new Set(table.header.filter((header) => header !== ''))], [table]);
  const samples = useMemo(() => new Map(table.header.map((header, index) => [header, [...new Set(table.rows.map((row) => (row[index] ?? '').trim()).filter((value) => value !== ''))].slice(0, SAMPLES)])), [table]);
  const faults = faultsOf(draft);
  const aboutOf = (column: string): QuestionDraft['about'] => {
    const name = names.find((known) => nameKey(known) === nameKey(column));
    return name == null ? { kind: 'none' } : { kind: 'touchpoint', name };
  };
  const wholeWithoutJourney = journeyId == null && draft.questions.some(({ about }) => about.kind === 'journey');
  const set = (part: Partial<MappingDraft>) => onChange({ ...draft, ...part });
  const setQuestion = (index: number, next: QuestionDraft) => set({ questions: draft.questions.map((question, at) => (at === index ? next : question)) });
  const free = headers.filter((header) => !draft.questions.some((question) => question.column === header));
  const shown = draft.questions.map((question, index) => ({ question, index })).filter(({ question }) => !onlyUsed || question.about.kind !== 'none');
  const unused = draft.questions.filter(({ about }) => about.kind === 'none').length;
  const coded = draft.questions.filter(({ about, column }) => about.kind === 'none' && isCode(column)).length;
  const personal = guess.personal.filter((column) => column !== draft.customerRef);
  const textOf = (column: string) => (source.place.skip > 0 ? (table.texts[table.header.indexOf(column)] ?? '').trim() : '');
  const rowIds = [...new Set([`{${rowNumberPlace}}`, guess.externalId])].filter((template) => template.includes(rowNumberPlace));
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(documentOfDraft(draft), null, 2)], { type: 'application/json' }));
    link.download = `${draft.name.trim() || 'mapping'}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const columnField = (key: 'weight' | 'comment' | 'customerRef') => (
    <Select label={t(`columns.${key}`)} placeholder={t('columns.none')} searchable clearable allowDeselect value={draft[key]} onChange={(value) => set({ [key]: value })} data={headers} limit={200} />
  );

  return (
    <div className={styles.columnsStep}>
      <ReadingTile source={source} isReading={isReading} onRead={onRead} />
      <Tile title={t('columns.row')}>
        <div className={styles.fields}>
          <AnsweredAtField headers={headers} samples={samples} value={draft.answeredAt} isFileDate={guess.answeredAt.template === '' && draft.answeredAt.template === dateOfFile(source.file)} isAmbiguous={guess.answeredAt.ambiguous && draft.answeredAt.template === guess.answeredAt.template} onChange={(answeredAt) => set({ answeredAt })} error={faults.includes('answeredAt') ? t('faults.answeredAt') : null} />
          <TemplateField
            label={t('columns.externalId')} description={t('columns.externalIdHelp')} headers={headers} samples={samples} value={draft.externalId} onChange={(externalId) => set({ externalId })} error={faults.includes('externalId') ? t('faults.externalId') : null}
            others={rowIds.map((template) => ({ value: template, label: t(template === `{${rowNumberPlace}}` ? 'columns.rowNumber' : 'columns.dateAndRow') }))}
          />
          <LabelsField label={t('columns.segment')} table={table} headers={headers} value={draft.segment} onChange={(segment) => set({ segment })} />
          <LabelsField label={t('columns.channel')} table={table} headers={headers} value={draft.channel} onChange={(channel) => set({ channel })} />
          {journeyId == null ? <JourneySelect value={journeyId} onChange={onJourney} error={wholeWithoutJourney ? t('faults.journey') : null} /> : null}
          {columnField('comment')}
          {columnField('weight')}
          {columnField('customerRef')}
          <Select label={t('columns.timezone')} searchable value={draft.answeredAt.timezone} onChange={(timezone) => timezone != null && set({ answeredAt: { ...draft.answeredAt, timezone } })} data={[...new Set([draft.answeredAt.timezone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]} limit={60} />
          <TextInput label={t('columns.name')} description={t('columns.nameHelp')} value={draft.name} maxLength={200} onChange={(event) => set({ name: event.currentTarget.value })} error={faults.includes('name') ? t('faults.name') : null} />
        </div>
        {personal.length === 0 ? null : <p className="muted">{t('columns.personal', { names: personal.join(', ') })}</p>}
        {(draft.attributes?.length ?? 0) > 0 ? <p className="muted">{t('columns.attributes', { names: draft.attributes?.map(({ key }) => key).join(', ') })}</p> : null}
      </Tile>
      <Tile title={t('columns.questions')} aside={<Switch size="xs" label={t('columns.onlyUsed')} checked={onlyUsed} onChange={(event) => setOnlyUsed(event.currentTarget.checked)} />}>
        <div className={styles.questionsHead}>
          <p className="muted">{t('columns.questionsHelp')}</p>
          {coded < 2 ? null : <p className={styles.note} role="note">{t('columns.coded', { count: coded, n: coded })}</p>}
          <CodebookButton draft={draft} names={names} onChange={(next) => { onChange(next); setOnlyUsed(true); }} />
        </div>
        <div aria-hidden className={styles.heads}>
          <span>{t('columns.heads.column')}</span><span>{t('columns.heads.about')}</span><span>{t('columns.heads.touchpoint')}</span>
          <span><span>{t('columns.heads.scale')}</span><span>{t('columns.missingHint')}</span></span>
        </div>
        <ul className={styles.questions}>
          {shown.map(({ question, index }) => (
            <QuestionRow key={question.column} question={question} text={textOf(question.column)} samples={samples.get(question.column) ?? []} missingColumn={!headers.includes(question.column)} names={names} onChange={(next) => setQuestion(index, next)} />
          ))}
        </ul>
        {onlyUsed && unused > 0 ? <p className="muted">{t('columns.unused', { count: unused, n: unused })}</p> : null}
        <Select
          className={styles.addQuestion} leftSection={<IconPlus size={14} />} aria-label={t('columns.add')} placeholder={t('columns.add')} searchable value={null} data={free} limit={200}
          onChange={(column) => column != null && set({ questions: [...draft.questions, addedQuestion(table, column, onlyUsed ? { kind: 'touchpoint', name: '' } : aboutOf(column))] })}
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
