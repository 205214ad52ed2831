import { Button, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './import.module.css';
import { scoresOf, type QuestionDraft } from './mapping-draft';

interface Props { question: QuestionDraft; onChange: (labels: Record<string, number>) => void }

/** Which score each answer in words stands for, best first. */
export const ScoresField = ({ question, onChange }: Props) => {
  const { t } = useTranslation(['feedback', 'common']);
  const [open, setOpen] = useState(false);
  const [min, max] = question.scale;
  const labels = question.labels ?? {};
  const entries = Object.entries(scoresOf(question)).toSorted(([, a], [, b]) => b - a || 0);
  if (entries.length === 0) return null;
  return (
    <>
      <Button variant={entries.some(([, score]) => Number.isNaN(score)) ? 'light' : 'subtle'} size="compact-sm" aria-label={t('scores.openLabel', { column: question.column })} onClick={() => setOpen(true)}>{t('scores.open')}</Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('scores.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <p className="muted">{t('scores.help', { min, max })}</p>
        <ul className={styles.labels}>
          {entries.map(([words, score]) => (
            <li key={words}>
              <span>{words}</span>
              <NumberInput aria-label={t('scores.of', { words })} value={Number.isNaN(score) ? '' : score} min={min} max={max} error={!(score >= min && score <= max)} onChange={(value) => Number.isInteger(Number(value)) && value !== '' && onChange({ ...labels, [words]: Number(value) })} />
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
};
