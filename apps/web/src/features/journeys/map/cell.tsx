import { JOURNEY_LIMITS, type Card, type Lane, type Stage } from '@afferent/domain';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../../../ui/icons';
import { laterField } from '../../../ui/later';
import { addCard } from '../editing/commands';
import { CardInCell } from './card-in-cell';
import type { CardLook } from './card-look';
import styles from './grid.module.css';
import { InlineInput, type InlineInputProps } from './inline-input';
import { useMap } from './map-context';

const PlainTouchpointInput = (field: Pick<InlineInputProps, 'onCommit' | 'onCancel'>) => {
  const { t } = useTranslation('journeys');
  return <InlineInput {...field} label={t('editing.touchpointName')} placeholder={t('editing.touchpointName')} value="" max={JOURNEY_LIMITS.name} />;
};
const TouchpointInput = laterField(async () => (await import('./touchpoint-input')).TouchpointInput, PlainTouchpointInput);

interface CellProps {
  stage: Stage;
  lane: Lane;
  column: number;
  cards: readonly Card[];
  /** Whether the column is too narrow for words that have a short form. */
  isNarrow: boolean;
  look: CardLook;
  /** The card after which one is being added here, `null` for the end; undefined when none is. */
  draftAfter: string | null | undefined;
  /** The card of this cell that is being renamed. */
  renamingId: string | null;
}

/** Where a stage meets a lane: its cards, and a field for the next one. */
const CellOf = ({ stage, lane, column, cards, isNarrow, look, draftAfter, renamingId }: CellProps) => {
  const { t } = useTranslation('journeys');
  const { canEdit, commands, setDraft } = useMap();
  const open = (afterId: string | null) => setDraft({ kind: 'card', stageId: stage.id, laneId: lane.id, afterId });
  const commit = (title: string, next: boolean) => {
    const place = { stageId: stage.id, laneId: lane.id, afterId: draftAfter ?? null };
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
  const field = draftAfter === undefined ? null : lane.kind === 'touchpoints'
    ? <TouchpointInput key={draftAfter ?? 'end'} onCommit={commit} onCancel={() => setDraft(null)} />
    : <InlineInput key={draftAfter ?? 'end'} label={t('editing.cardText')} value="" max={JOURNEY_LIMITS.title} placeholder={t('editing.cardText')} onCommit={commit} onCancel={() => setDraft(null)} />;

  return (
    <div role="gridcell" aria-colindex={column + 2} tabIndex={-1} className={styles.cell} data-cell={`${stage.id} ${lane.id}`} data-column={column} data-narrow={isNarrow || undefined}>
      {cards.map((card) => (
        <CardInCell key={card.id} card={card} lane={lane} look={look} isRenaming={card.id === renamingId} after={draftAfter === card.id ? field : null} />
      ))}
      {draftAfter === null ? field : null}
      {canEdit && draftAfter === undefined ? (
        <button type="button" tabIndex={-1} className={styles.add} data-add="" aria-label={t('editing.addCard', { lane: lane.name, stage: stage.name })} onClick={() => open(null)}>
          <IconPlus size={14} aria-hidden />
        </button>
      ) : null}
    </div>
  );
};

const sameCards = (one: readonly Card[], other: readonly Card[]) => one.length === other.length && one.every((card, index) => card === other[index]);

/** Redrawn only when its own cards, its field or the look of all cards change: most edits touch one or two cells of hundreds. */
export const Cell = memo(CellOf, (before, after) =>
  sameCards(before.cards, after.cards) && before.stage === after.stage && before.lane === after.lane && before.column === after.column && before.isNarrow === after.isNarrow
  && before.look === after.look && before.draftAfter === after.draftAfter && before.renamingId === after.renamingId);
Cell.displayName = 'Cell';
