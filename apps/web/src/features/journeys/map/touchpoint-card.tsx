import type { HeatmapMetric, JourneyTouchpoint } from '@afferent/contracts';
import type { Card } from '@afferent/domain';
import { memo } from 'react';
import { INK } from '../../../lib/heat-scale';
import { IconArrowDown, IconArrowUp, IconStarFilled } from '../../../ui/icons';
import { isStaffMetric } from '../overlay/staff-metric';
import type { Reading } from '../overlay/reading';
import styles from './card.module.css';
import { ChannelIcon } from './channel-icon';
import { ThreePBars } from './three-p-bars';
import type { CardWords } from './words';

interface TouchpointCardProps {
  card: Card;
  touchpoint: JourneyTouchpoint | undefined;
  reading: Reading | undefined;
  /** Null leaves the card without a colour: nothing may be shown, or there is no target to compare with. */
  colour: string | null;
  metric: HeatmapMetric;
  isSelected: boolean;
  words: CardWords;
}

const Figure = ({ reading, metric, words }: { reading: Reading; metric: HeatmapMetric; words: CardWords }) => {
  const { cell, value } = reading;
  if (value !== null) {
    const change = words.change(metric, reading);
    return (
      <>
        <b className={styles.value}>{words.value(metric, reading)}</b>
        {change === null ? null : <span className={styles.change} data-sure={reading.isChangeSure || undefined}>{change}</span>}
      </>
    );
  }
  const isStaff = isStaffMetric(metric);
  const said = isStaff && cell.n > 0 ? words.fewAuthors : { no_data: isStaff ? words.notScored : words.empty, suppressed_privacy: words.hidden, low_n: words.tooFew, ok: words.empty }[cell.status];
  return <span className={styles.withheld}>{said}</span>;
};

/** A touchpoint with its figure; everything a glance needs, the rest one hover or one Enter away. */
export const TouchpointCard = memo(({ card, touchpoint, reading, colour, metric, isSelected, words }: TouchpointCardProps) => {
  const significant = reading?.cell.marked ? reading.cell.significant : null;
  const Arrow = significant === 'above' ? IconArrowUp : IconArrowDown;
  const name = touchpoint?.name ?? card.title ?? '';
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.card}
      style={colour === null ? {} : { backgroundColor: colour, color: INK }}
      data-card={card.id}
      data-touchpoint={card.touchpointId ?? undefined}
      data-unlinked={card.touchpointId === null || undefined}
      data-selected={isSelected || undefined}
      data-coloured={colour !== null || undefined}
      data-status={reading?.cell.status}
      aria-pressed={card.touchpointId === null ? undefined : isSelected}
    >
      <span className={styles.head}>
        <ChannelIcon channel={touchpoint?.channel ?? null} />
        <span className={styles.name}>{name}</span>
        {touchpoint?.momentOfTruth ? <IconStarFilled size={12} className={styles.star} role="img" aria-label={words.momentOfTruth} /> : null}
        {significant === null ? null : <span className={styles.mark}><Arrow size={11} stroke={2.4} aria-hidden /><span>{words.mark[significant]}</span></span>}
      </span>
      {touchpoint === undefined || reading === undefined ? null : (
        <span className={styles.figure}>
          <Figure reading={reading} metric={metric} words={words} />
          <ThreePBars threeP={touchpoint.threeP} words={words} />
        </span>
      )}
      <span className={styles.foot}>
        {reading === undefined || reading.cell.n === 0 ? <span /> : <span>{words.answers(reading.cell.n)}</span>}
        {card.touchpointId === null ? <span>{words.notLinked}</span> : touchpoint === undefined ? null : (
          <span className={styles.owner} data-empty={touchpoint.owner === null || undefined}>{touchpoint.owner?.functionName ?? <><span className={styles.long}>{words.noOwner}</span><span className={styles.short}>{words.noOwnerShort}</span></>}</span>
        )}
      </span>
    </button>
  );
});
TouchpointCard.displayName = 'TouchpointCard';
