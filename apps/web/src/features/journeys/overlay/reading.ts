import type { Heatmap, HeatmapCell } from '@afferent/contracts';
import type { Comparison } from './overlay-url';

/** What a touchpoint's card shows of its cell. */
export interface Reading {
  readonly cell: HeatmapCell;
  /** Null when there is nothing that may be shown. */
  readonly value: number | null;
  /** Where the card stands on the colour scale; null leaves it without a colour. */
  readonly position: number | null;
  /** Points against the period or the target the map is compared with. */
  readonly change: number | null;
  /** Whether the change is more than chance; a distance to a target is not tested. */
  readonly isChangeSure: boolean;
  readonly isHatched: boolean;
}

/** Reads one cell for the chosen comparison. */
export const readCell = (cell: HeatmapCell, comparison: Comparison, q: number): Reading => {
  const isShown = cell.status === 'ok' || cell.status === 'low_n';
  const value = isShown ? cell.value : null;
  const toTarget = value !== null && cell.target !== null ? value - cell.target : null;
  const byTarget = comparison === 'target';
  const change = byTarget ? toTarget : (cell.change?.diff ?? null);
  const pAdjusted = cell.change?.pAdjusted ?? null;
  return {
    cell,
    value,
    position: byTarget ? toTarget : value,
    change: value === null ? null : change,
    isChangeSure: !byTarget && pAdjusted !== null && pAdjusted <= q,
    isHatched: cell.status === 'low_n',
  };
};

/** Where the colours are centred: the tested answers' mean, all shown cells' where none is tested; 0 for distances to targets. */
export const colourCentre = ({ cells }: Heatmap, comparison: Comparison): number => {
  if (comparison === 'target') return 0;
  const shown = cells.filter((cell) => cell.value !== null && cell.n > 0);
  const tested = shown.filter(({ status }) => status === 'ok');
  const basis = tested.length > 0 ? tested : shown;
  const answers = basis.reduce((sum, { n }) => sum + n, 0);
  return answers === 0 ? 50 : basis.reduce((sum, { n, value }) => sum + n * (value ?? 0), 0) / answers;
};

/** How many cells of a map show less than a full figure. */
export interface Withheld {
  readonly lowN: number;
  readonly hidden: number;
  readonly empty: number;
}

export const withheld = ({ cells }: Heatmap): Withheld => {
  const count = (status: HeatmapCell['status']) => cells.filter((cell) => cell.status === status).length;
  return { lowN: count('low_n'), hidden: count('suppressed_privacy'), empty: count('no_data') };
};
