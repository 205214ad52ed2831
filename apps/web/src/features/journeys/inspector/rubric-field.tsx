import { rubricLevels, threePRubric, type P, type RubricLevel } from '@afferent/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import styles from './inspector.module.css';

interface RubricFieldProps {
  p: P;
  level: RubricLevel | null;
  onChange: (level: RubricLevel | null) => void;
}

/** One P scored by the printed rubric; it may be left out where the touchpoint has no such P. */
export const RubricField = ({ p, level, onChange }: RubricFieldProps) => {
  const { t } = useTranslation('journeys');
  const { locale } = useFormat();
  const name = useId();
  const texts = threePRubric[locale][p];
  return (
    <fieldset className={styles.rubric}>
      <legend>
        {t(`p.${p}`)}
        {level === null ? null : <button type="button" className={styles.clear} onClick={() => onChange(null)}>{t('threeP.clear')}</button>}
      </legend>
      <div className={styles.levels}>
        {rubricLevels.map((candidate) => (
          <label key={candidate}>
            <input type="radio" name={name} checked={candidate === level} onChange={() => onChange(candidate)} />
            <b>{candidate}</b>
            <span>{texts[candidate]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
