import { sum } from './sample.js';

/** Where an item stands against both means: important and weak, important and strong, unimportant and weak, unimportant and strong (Martilla & James 1977). */
export type Quadrant = 'concentrate' | 'keep_up' | 'low_priority' | 'possible_overkill';

/** Importance in any unit that is not negative; performance on a scale that ends at 100. */
export interface RatedItem {
  readonly importance: number;
  readonly performance: number;
}

export interface ImportancePerformance {
  readonly meanImportance: number;
  readonly meanPerformance: number;
  /** In the order given; `potential` = share of importance · (100 − performance), 0 where no item has any importance. */
  readonly items: readonly { readonly quadrant: Quadrant; readonly potential: number }[];
}

const quadrantOf = (isImportant: boolean, isStrong: boolean): Quadrant => {
  if (isImportant) return isStrong ? 'keep_up' : 'concentrate';
  return isStrong ? 'possible_overkill' : 'low_priority';
};

/** The importance × performance matrix with its cross-hairs at the means over the items given (B1); null without items. */
export const importancePerformance = (items: readonly RatedItem[]): ImportancePerformance | null => {
  if (items.length === 0) return null;
  const total = sum(items.map(({ importance }) => importance));
  const meanImportance = total / items.length;
  const meanPerformance = sum(items.map(({ performance }) => performance)) / items.length;
  return {
    meanImportance,
    meanPerformance,
    items: items.map(({ importance, performance }) => ({
      quadrant: quadrantOf(importance >= meanImportance, performance >= meanPerformance),
      potential: total > 0 ? (importance / total) * (100 - performance) : 0,
    })),
  };
};
