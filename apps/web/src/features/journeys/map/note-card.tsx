import type { Card, LaneKind } from '@afferent/domain';
import { memo } from 'react';
import styles from './card.module.css';
import type { Detail } from './detail';

interface NoteCardProps {
  card: Card;
  kind: LaneKind;
  /** The touchpoint the card points to, if any. */
  touchpointName: string | undefined;
  detail: Detail;
}

/** A card of any lane but the touchpoints': a pain, a quote, a standard, a system. */
export const NoteCard = memo(({ card, kind, touchpointName, detail }: NoteCardProps) => (
  <button type="button" tabIndex={-1} className={styles.note} data-card={card.id} data-kind={kind} data-detail={detail}>
    {card.title ?? card.text ?? touchpointName ?? ''}
    {touchpointName === undefined || card.title === null ? null : <small>{touchpointName}</small>}
  </button>
));
NoteCard.displayName = 'NoteCard';
