import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import styles from './import.module.css';

type Key = 'rowsRead' | 'wouldAccept' | 'accepted' | 'duplicates' | 'rejected' | 'rejectedAnswers';

/** Rows and answers as a line of figures. */
export const Counts = ({ counts }: { counts: readonly (readonly [Key, number])[] }) => {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  return (
    <dl className={styles.counts}>
      {counts.map(([key, value]) => (
        <div key={key} data-bad={(key === 'rejected' || key === 'rejectedAnswers') && value > 0 ? true : undefined}>
          <dt>{t(`counts.${key}`)}</dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
};
