import { cellKey, type Card, type Lane, type Stage } from '@afferent/domain';
import type { CardLook } from '../map/card-look';
import { CardInCell } from '../map/card-in-cell';
import styles from './phone.module.css';
import { StageEmotions } from './stage-emotions';

interface StageCardsProps {
  stage: Stage;
  lanes: readonly Lane[];
  cells: ReadonlyMap<string, readonly Card[]>;
  look: CardLook;
  onOpen: (touchpointId: string) => void;
}

const hasText = (card: Card) => card.title !== null || card.text !== null || card.touchpointId !== null;

/** A stage's cards, lane by lane; lanes without cards here are left out, emotions are drawn as numbers. */
export const StageCards = ({ stage, lanes, cells, look, onOpen }: StageCardsProps) => (
  <div className={styles.lanes}>
    {lanes.map((lane) => {
      if (lane.kind === 'emotion') return <StageEmotions key={lane.id} stage={stage} title={lane.name} cards={cells.get(cellKey(stage.id, lane.id)) ?? []} />;
      const cards = (cells.get(cellKey(stage.id, lane.id)) ?? []).filter(hasText);
      if (cards.length === 0) return null;
      return (
        <div key={lane.id}>
          {lane.kind === 'touchpoints' ? null : <h3>{lane.name}</h3>}
          <ul>
            {cards.map((card) => (
              // The card is a button; its click is taken here so that a card stays free of handlers.
              <li key={card.id} onClickCapture={() => { if (card.touchpointId !== null) onOpen(card.touchpointId); }}>
                <CardInCell card={card} lane={lane} look={look} isRenaming={false} after={null} />
              </li>
            ))}
          </ul>
        </div>
      );
    })}
  </div>
);
