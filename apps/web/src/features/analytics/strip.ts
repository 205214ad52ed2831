import type { Pulse } from '@afferent/contracts';
import { heatScale, type HeatScale } from '../../lib/heat-scale';

export type Strip = NonNullable<Pulse['strip']>;
export type StripCell = Strip['stages'][number]['cells'][number];

export const cellsOf = (strip: Strip): StripCell[] => strip.stages.flatMap((stage) => stage.cells);

/** The scale stands on the mean of the cells that may be shown in full, like the map's. */
export const stripScale = (strip: Strip): HeatScale => {
  const values = cellsOf(strip).filter((cell) => cell.status === 'ok').flatMap((cell) => cell.value ?? []);
  const twoSided = strip.metric === 'nps' || strip.metric === 'emotion';
  const centre = values.length === 0 ? (twoSided ? 0 : 50) : values.reduce((sum, value) => sum + value, 0) / values.length;
  return heatScale({ centre, values, bounds: twoSided ? [-100, 100] : [0, 100] });
};
