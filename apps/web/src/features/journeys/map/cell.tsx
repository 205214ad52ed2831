import { JOURNEY_LIMITS, type Card, type Lane, type Stage } from '@afferent/domain';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../../../ui/icons';
import { addCard } from '../editing/commands';
import { CardInCell } from './card-in-cell';
import type { CardLook } from './card-look';
import styles from './grid.module.css';
import { InlineInput } from './inline-input';
import { useMap } from './map-context';
import { TouchpointInput } from './touchpoint-input';

interface CellProps {
  stage: Stage;
  lane: Lane;
  column: number;
  cards: readonly Card[];
  look: CardLook;
}

/** Where a stage meets a lane: its cards, and a field for the next one. */
export const Cell = ({ stage, lane, column, cards, look }: CellProps) => {
  const { t } = useTranslation('journeys');
  const { canEdit, commands, draft, setDraft } = useMap();
  const here = draft?.kind === 'card' && draft.stageId === stage.id && draft.laneId === lane.id ? draft : null;
  const open = (afterId: string | null) => setDraft({ kind: 'card', stageId: stage.id, laneId: lane.id, afterId });
  const commit = (title: string, next: boolean) => {
    const place = { stageId: stage.id, laneId: lane.id, afterId: here?.afterId ?? null };
    if (lane.kind === 'touchpoints') {
      const added = commands.addTouchpoint(title, place);
      if (next && added !== null) open(added);
      else setDraft(null);
      return;
    }
    const cardId = crypto.randomUUID();
    const isDone = commands.perform((document) => addCard(document, cardId, place, { title }));
    if (next && isDone) open(cardId);
    else setDraft(null);
  };
  const field = here === null ? null : lane.kind === 'touchpoints'
    ? <TouchpointInput key={here.afterId ?? 'end'} onCommit={commit} onCancel={() => setDraft(null)} />
    : <InlineInput key={here.afterId ?? 'end'} label={t('editing.cardText')} value="" max={JOURNEY_LIMITS.title} placeholder={t('editing.cardText')} onCommit={commit} onCancel={() => setDraft(null)} />;

  return (
    <div role="gridcell" aria-colindex={column + 2} tabIndex={-1} className={styles.cell} data-cell={`${stage.id} ${lane.id}`} data-column={column}>
      {cards.map((card) => (
        <CardInCell key={card.id} card={card} lane={lane} look={look} after={here?.afterId === card.id ? field : null} />
      ))}
      {here !== null && here.afterId === null ? field : null}
      {canEdit && here === null ? (
        <button type="button" tabIndex={-1} className={styles.add} data-add="" aria-label={t('editing.addCard', { lane: lane.name, stage: stage.name })} onClick={() => open(null)}>
          <IconPlus size={14} aria-hidden />
        </button>
      ) : null}
    </div>
  );
};
