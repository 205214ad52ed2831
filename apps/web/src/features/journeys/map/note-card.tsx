import type { Card, LaneKind } from '@afferent/domain';
import { memo } from 'react';
import styles from './card.module.css';

interface NoteCardProps {
  card: Card;
  kind: LaneKind;
  /** The touchpoint the card points to, if any. */
  touchpointName: string | undefined;
}

/** A card of any lane but the touchpoints': a pain, a quote, a standard, a system. */
export const NoteCard = memo(({ card, kind, touchpointName }: NoteCardProps) => (
  <button type="button" tabIndex={-1} className={styles.note} data-card={card.id} data-kind={kind}>
    {card.title ?? card.text ?? touchpointName ?? ''}
    {touchpointName === undefined || card.title === null ? null : <small>{touchpointName}</small>}
  </button>
));
NoteCard.displayName = 'NoteCard';
