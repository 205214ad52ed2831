import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import type { DetailsDraft, Field } from './details-draft';
import styles from './inspector.module.css';

interface ConflictProps {
  mine: DetailsDraft;
  current: DetailsDraft;
  changed: readonly Field[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What somebody else has saved meanwhile, beside what was typed here. */
export const Conflict = ({ mine, current, changed, onKeepMine, onTakeTheirs }: ConflictProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const say = (draft: DetailsDraft, field: Field) => {
    const value = draft[field];
    if (value === '') return t('conflict.nothing');
    if (typeof value === 'boolean') return t(value ? 'conflict.yes' : 'conflict.no');
    if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 1);
    return value === 'people' || value === 'process' || value === 'product' ? t(`p.${value}`) : value;
  };
  return (
    <div className={styles.conflict} role="alert">
      <b>{t('conflict.title')}</b>
      <dl>
        {changed.map((field) => (
          <div key={field}>
            <dt>{t(`conflict.field.${field}`)}</dt>
            <dd>{mine[field] === current[field] ? say(current, field) : t('conflict.both', { theirs: say(current, field), mine: say(mine, field) })}</dd>
          </div>
        ))}
      </dl>
      {changed.length === 0 ? <span>{t('conflict.elsewhere')}</span> : null}
      <div className={styles.actions}>
        <Button onClick={onKeepMine}>{t('conflict.keepMine')}</Button>
        <Button variant="default" onClick={onTakeTheirs}>{t('conflict.takeTheirs')}</Button>
      </div>
    </div>
  );
};
