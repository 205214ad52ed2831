import type { JourneyTouchpoint } from '@afferent/contracts';
import { questionMetricSchema } from '@afferent/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { useWorkspace } from '../../../lib/session';
import { trendQuery } from '../heatmap.queries';
import { againstPeriod } from '../overlay/against';
import type { Heat } from '../overlay/use-heat';
import { CardFacts } from './card-facts';
import styles from './popover.module.css';
import { Sparkline } from './sparkline';

interface CardPopoverProps {
  id: string;
  anchor: HTMLElement;
  touchpoint: JourneyTouchpoint;
  heat: Heat;
}

const GAP = 8;

// Beside the card where there is room, else on its other side; never outside the window.
const placeBeside = (anchor: DOMRect, width: number, height: number) => {
  const right = anchor.right + GAP;
  const left = right + width > window.innerWidth - GAP ? Math.max(GAP, anchor.left - GAP - width) : right;
  return { left, top: Math.max(GAP, Math.min(anchor.top, window.innerHeight - height - GAP)) };
};

const Trend = ({ touchpointId, heat }: { touchpointId: string; heat: Heat }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const metric = questionMetricSchema.safeParse(heat.metric);
  const { segment, channel } = heat.filter;
  const { firstDay, lastDay } = heat.facets ?? {};
  const period = firstDay != null && lastDay != null ? { from: firstDay, to: lastDay } : null;
  const trend = useQuery({ ...trendQuery(workspaceId, touchpointId, metric.data ?? 'csi', { period, segment, channel }), enabled: metric.success });
  const points = trend.data?.points ?? [];
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  return <Sparkline points={points} label={t('trend.short', { count: points.length })} />;
};

/** What a card cannot hold, beside it while it is hovered or focused. */
export const CardPopover = ({ id, anchor, touchpoint, heat }: CardPopoverProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState({ left: -9999, top: 0 });
  const reading = heat.readings.get(touchpoint.id);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const settle = () => setPosition(placeBeside(anchor.getBoundingClientRect(), element.offsetWidth, element.offsetHeight));
    settle();
    const observer = new ResizeObserver(settle);
    observer.observe(element);
    return () => observer.disconnect();
  }, [anchor]);

  // What a screen reader says after the card's own text.
  useEffect(() => {
    anchor.setAttribute('aria-describedby', id);
    return () => anchor.removeAttribute('aria-describedby');
  }, [anchor, id]);

  const against = heat.comparePeriod === null ? null : againstPeriod(format, heat.comparePeriod);
  return createPortal(
    <div ref={box} id={id} role="tooltip" className={styles.popover} style={position}>
      <p className={styles.title}>{touchpoint.name}</p>
      {reading === undefined ? null : (
        <>
          {reading.value === null ? null : <p className={styles.value}>{format.score(heat.metric, reading.value)}<small>{t(`metric.${heat.metric}.name`)}</small></p>}
          <CardFacts metric={heat.metric} reading={reading} against={against} />
        </>
      )}
      <Trend touchpointId={touchpoint.id} heat={heat} />
    </div>,
    anchor.closest('main') ?? document.body,
  );
};
