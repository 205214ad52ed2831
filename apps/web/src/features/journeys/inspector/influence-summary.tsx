import type { Touchpoint } from '@afferent/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../lib/session';
import { functionsQuery, influenceQuery } from '../catalogue.queries';
import styles from './inspector.module.css';
import { SharesBar } from './shares-bar';

/** Who influences the touchpoint, by share, and who answers for it. */
export const InfluenceSummary = ({ touchpoint }: { touchpoint: Touchpoint }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const influence = useQuery(influenceQuery(workspaceId, touchpoint.id));
  const functions = useQuery(functionsQuery(workspaceId));
  const names = new Map(functions.data?.items.map(({ id, name }) => [id, name]));
  const shares = (influence.data?.functions ?? []).map(({ functionId, share }) => ({ id: functionId, name: names.get(functionId) ?? '', share }));
  const { owner } = touchpoint;
  return (
    <section>
      <h3>{t('owners.who')}</h3>
      {shares.some(({ share }) => share > 0) ? <SharesBar shares={shares} /> : <p className={styles.caption}>{t('owners.noInfluence')}</p>}
      <p className={styles.caption}>
        {owner === null ? <b data-tone="bad">{t('owners.nobody')}</b> : t('owners.accountableIs', { owner: owner.userName === null ? owner.functionName : `${owner.functionName}, ${owner.userName}` })}
      </p>
    </section>
  );
};
