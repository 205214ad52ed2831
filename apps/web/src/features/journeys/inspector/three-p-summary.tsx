import type { CurrentThreeP } from '@afferent/contracts';
import { THREE_P } from '@afferent/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { Chip } from '../../../ui/chip';
import styles from './inspector.module.css';

/** The staff's three scores as bars, what they make together, and where the chain is weak. */
export const ThreePSummary = ({ threeP }: { threeP: CurrentThreeP }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const isScored = THREE_P.some((p) => threeP[p].score !== null);
  return (
    <section>
      <h3>
        {t('threeP.title')}
        {threeP.weakest === null ? null : <Chip>{t('threeP.weakest', { p: t(`p.${threeP.weakest}`) })}</Chip>}
        {threeP.flag ? <Chip tone="warn" title={t('threeP.flagWhy')}>{t('threeP.flag', { spread: format.number(threeP.spread ?? 0) })}</Chip> : null}
      </h3>
      {isScored ? (
        <>
          <dl className={styles.threeP}>
            {THREE_P.map((p) => {
              const { score, value, n } = threeP[p];
              return (
                <div key={p}>
                  <dt>{t(`p.${p}`)}</dt>
                  <dd>
                    <span className={styles.track}>{value === null ? null : <i data-p={p} style={{ width: `${Math.max(2, value)}%` }} />}</span>
                    <span className={styles.level}>{score === null ? t('threeP.notScored') : t('threeP.level', { score: format.number(score, 1), count: n })}</span>
                  </dd>
                </div>
              );
            })}
          </dl>
          <p className={styles.caption}>{threeP.composite === null ? t('threeP.noComposite') : t('threeP.composite', { value: format.number(threeP.composite, 1) })}</p>
        </>
      ) : <p className={styles.caption}>{t('threeP.none')}</p>}
    </section>
  );
};
