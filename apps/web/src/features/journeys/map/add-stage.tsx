import { ActionIcon } from '@mantine/core';
import { JOURNEY_LIMITS } from '@afferent/domain';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../../../ui/icons';
import { addStage } from '../editing/commands';
import styles from './grid.module.css';
import { InlineInput } from './inline-input';
import { useMap, useMapState } from './map-context';

/** The last head of the row: a button that becomes the field of a new stage's name. */
export const AddStage = ({ column }: { column: number }) => {
  const { t } = useTranslation('journeys');
  const { commands, setDraft } = useMap();
  const { draft } = useMapState();
  const here = draft?.kind === 'stage' ? draft : null;
  const commit = (name: string, next: boolean) => {
    const stageId = crypto.randomUUID();
    const isDone = commands.perform((document) => addStage(document, stageId, name, here?.afterId ?? null));
    setDraft(next && isDone ? { kind: 'stage', afterId: stageId } : null);
  };
  return (
    <div role="columnheader" aria-colindex={column + 2} className={styles.addStage} data-stick="top" data-open={here !== null || undefined}>
      {here === null ? (
        <ActionIcon size={28} aria-label={t('editing.addStage')} onClick={() => setDraft({ kind: 'stage', afterId: null })}><IconPlus size={16} aria-hidden /></ActionIcon>
      ) : (
        <div className={styles.stageField}>
          <InlineInput key={here.afterId ?? 'end'} label={t('editing.stageName')} placeholder={t('editing.stageName')} value="" max={JOURNEY_LIMITS.name} onCommit={commit} onCancel={() => setDraft(null)} />
        </div>
      )}
    </div>
  );
};
