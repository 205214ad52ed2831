import type { HeatmapMetric } from '@afferent/contracts';
import type { HeatScale } from '../../../lib/heat-scale';
import type { Reading } from '../overlay/reading';
import type { CardWords } from './words';

/** How cards are drawn now; one object for all of them. */
export interface CardLook {
  readonly metric: HeatmapMetric;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly scale: HeatScale | null;
  readonly selectedId: string | null;
  readonly words: CardWords;
}

/** The colour of a touchpoint, null where nothing may be shown or there is nothing to compare with. */
export const colourOf = (look: Pick<CardLook, 'readings' | 'scale'>, touchpointId: string | null): string | null => {
  const position = touchpointId === null ? null : (look.readings.get(touchpointId)?.position ?? null);
  return position === null || look.scale === null ? null : look.scale.colour(position);
};
