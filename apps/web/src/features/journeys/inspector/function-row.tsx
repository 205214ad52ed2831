import { effectSchema, type P, type WorkspaceFunction } from '@afferent/contracts';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FunctionInfluence } from './influence-draft';
import styles from './inspector.module.css';

interface FunctionRowProps {
  item: WorkspaceFunction;
  value: FunctionInfluence;
  onChange: (value: FunctionInfluence) => void;
}

const PS: readonly P[] = ['people', 'process', 'product'];
const DEGREES = [0, 1, 2, 3] as const;

/** How much one function influences the touchpoint, through which P, and whether it helps. */
export const FunctionRow = ({ item, value, onChange }: FunctionRowProps) => {
  const { t } = useTranslation('journeys');
  const toggleP = (p: P) => onChange({ ...value, through: value.through.includes(p) ? value.through.filter((other) => other !== p) : PS.filter((other) => other === p || value.through.includes(other)) });
  return (
    <div className={styles.functionRow}>
      <div className={styles.functionHead}>
        <span className={styles.functionName}>{item.name}</span>
        <SegmentedControl size="xs" value={String(value.degree)} onChange={(degree) => onChange({ ...value, degree: Number(degree) })} aria-label={t('owners.degreeOf', { name: item.name })}
          data={DEGREES.map((degree) => ({ value: String(degree), label: <span title={t(`owners.degree.${degree}`)}>{degree}<span className="visually-hidden">, {t(`owners.degree.${degree}`)}</span></span> }))} />
      </div>
      {value.degree === 0 ? null : (
        <div className={styles.functionMore}>
          <span className={styles.toggles} role="group" aria-label={t('owners.through')}>
            {PS.map((p) => <button key={p} type="button" className={styles.toggle} aria-pressed={value.through.includes(p)} onClick={() => toggleP(p)}>{t(`p.${p}`)}</button>)}
          </span>
          <span className={styles.toggles} role="group" aria-label={t('owners.effectLabel')}>
            {effectSchema.options.map((effect) => (
              <button key={effect} type="button" className={styles.toggle} aria-pressed={value.effect === effect} onClick={() => onChange({ ...value, effect: value.effect === effect ? null : effect })}>{t(`owners.effect.${effect}`)}</button>
            ))}
          </span>
        </div>
      )}
    </div>
  );
};
