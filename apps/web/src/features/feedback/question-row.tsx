import { questionMetricSchema, type QuestionMetric } from '@afferent/contracts';
import { Autocomplete, Badge, NumberInput, SegmentedControl, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameKey } from '@afferent/domain';
import styles from './import.module.css';
import type { QuestionDraft } from './mapping-draft';
import { ScoresField } from './scores-field';

interface Props { question: QuestionDraft; text: string; samples: readonly string[]; missingColumn: boolean; names: readonly string[]; onChange: (question: QuestionDraft) => void }

const FIXED: Partial<Record<QuestionMetric, [number, number]>> = { nps: [0, 10], emotion: [-2, 2] };
const ABOUT = ['none', 'touchpoint', 'journey'] as const;

/** One column of ratings: what it is about, the measure, its scale and the codes for "no answer". */
export const QuestionRow = ({ question, text, samples, missingColumn, names, onChange }: Props) => {
  const { t } = useTranslation('feedback');
  const { about, metric, scale } = question;
  const used = about.kind !== 'none';
  const isNew = about.kind === 'touchpoint' && about.name.trim() !== '' && !names.some((name) => nameKey(name) === nameKey(about.name));
  const setMetric = (value: string | null) => {
    const next = questionMetricSchema.safeParse(value);
    if (next.success) onChange({ ...question, metric: next.data, scale: FIXED[next.data] ?? scale });
  };
  const setBound = (at: 0 | 1) => (value: string | number) => {
    const bound = Number(value);
    if (value !== '' && Number.isInteger(bound)) onChange({ ...question, scale: at === 0 ? [bound, scale[1]] : [scale[0], bound] });
  };
  return (
    <li className={styles.question} data-used={used || undefined}>
      <div className={styles.questionHead}>
        <strong>{question.column}</strong>
        {text === '' ? null : <span className={styles.questionText} title={text}>{text}</span>}
        <span className="muted">{missingColumn ? t('columns.missingColumn') : samples.join(' · ')}</span>
      </div>
      <SegmentedControl
        aria-label={t('columns.about', { column: question.column })} size="xs" fullWidth value={about.kind} data={ABOUT.map((value) => ({ value, label: t(`about.${value}`) }))}
        onChange={(kind) => onChange({ ...question, about: kind === 'touchpoint' ? { kind, name: '' } : { kind: kind === 'journey' ? 'journey' : 'none' } })}
      />
      {about.kind === 'touchpoint' ? (
        <Autocomplete aria-label={t('columns.touchpoint', { column: question.column })} placeholder={t('columns.touchpointHint')} value={about.name} onChange={(name) => onChange({ ...question, about: { kind: 'touchpoint', name } })} data={[...new Set(names)]} limit={50} error={about.name.trim() === ''} rightSectionWidth={isNew ? 62 : undefined} rightSection={isNew ? <Badge size="xs" variant="light" color="gray">{t('columns.new')}</Badge> : null} />
      ) : <span />}
      {used ? (
        <div className={styles.questionScale}>
          <Select aria-label={t('columns.metric', { column: question.column })} value={metric} onChange={setMetric} data={questionMetricSchema.options.map((value) => ({ value, label: t(`metrics.${value}`) }))} w={110} />
          <NumberInput aria-label={t('columns.min', { column: question.column })} value={scale[0]} onChange={setBound(0)} disabled={FIXED[metric] != null} w={56} hideControls />
          <span aria-hidden>–</span>
          <NumberInput aria-label={t('columns.max', { column: question.column })} value={scale[1]} onChange={setBound(1)} disabled={FIXED[metric] != null} w={56} hideControls />
          <span aria-hidden className={styles.codesName}>{t('columns.missingHint')}</span>
          <TagsInput classNames={{ inputField: styles.codesField }} aria-label={t('columns.missing', { column: question.column })} placeholder={question.missing.length === 0 ? t('columns.missingHint') : ''} value={question.missing} onChange={(missing) => onChange({ ...question, missing })} className={styles.codes} />
          <ScoresField question={question} onChange={(labels) => onChange({ ...question, labels })} />
          {question.round === true ? <span className={styles.rounded}>{t('columns.rounded')}</span> : null}
        </div>
      ) : null}
    </li>
  );
};
