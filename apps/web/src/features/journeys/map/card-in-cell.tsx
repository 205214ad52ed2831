import { JOURNEY_LIMITS, type Card, type Lane } from '@afferent/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { colourOf, type CardLook } from './card-look';
import { InlineInput } from './inline-input';
import { useMap } from './map-context';
import { NoteCard } from './note-card';
import { TouchpointCard } from './touchpoint-card';

interface CardInCellProps {
  card: Card;
  lane: Lane;
  look: CardLook;
  isRenaming: boolean;
  /** The field of a card being added below this one. */
  after: ReactNode;
}

/** A card in its place, or the field in which it is renamed. */
export const CardInCell = ({ card, lane, look, isRenaming, after }: CardInCellProps) => {
  const { t } = useTranslation('journeys');
  const { commands, setRenaming, touchpoints } = useMap();
  const touchpoint = card.touchpointId === null ? undefined : touchpoints.get(card.touchpointId);
  if (isRenaming) {
    const rename = (title: string) => {
      setRenaming(null);
      if (lane.kind === 'touchpoints' && touchpoint !== undefined) commands.renameTouchpoint(touchpoint, title);
      else commands.perform(() => ({ type: 'setProperty', target: 'card', id: card.id, property: 'title', value: title }));
    };
    return (
      <InlineInput
        label={t(lane.kind === 'touchpoints' ? 'editing.touchpointName' : 'editing.cardText')}
        value={(lane.kind === 'touchpoints' ? touchpoint?.name : null) ?? card.title ?? ''}
        max={JOURNEY_LIMITS.name}
        onCommit={rename}
        onCancel={() => setRenaming(null)}
      />
    );
  }
  return (
    <>
      {lane.kind === 'touchpoints' ? (
        <TouchpointCard
          card={card}
          touchpoint={touchpoint}
          reading={card.touchpointId === null ? undefined : look.readings.get(card.touchpointId)}
          colour={colourOf(look, card.touchpointId)}
          metric={look.metric}
          isSelected={card.touchpointId !== null && card.touchpointId === look.selectedId}
          words={look.words}
        />
      ) : <NoteCard card={card} kind={lane.kind} touchpointName={touchpoint?.name} />}
      {after}
    </>
  );
};
