import { storable } from './map-row.js';
import type { Notice } from './notice-words.js';

const namedValues = 10;
const shownValue = 40;

/** Values that a mapping has no label for, by column: they are no fault, but whoever looks for them in a report should know. */
export class Unlabelled {
  private readonly columns = new Map<string, { count: number; values: Set<string> }>();

  readonly add = (column: string, value: string): void => {
    const known = this.columns.get(column) ?? { count: 0, values: new Set<string>() };
    known.count++;
    if (known.values.size <= namedValues) known.values.add(value);
    this.columns.set(column, known);
  };

  /** One for each column, naming the first values. */
  notices(): Notice[] {
    return [...this.columns].map(([column, { count, values }]) => {
      const named = [...values].slice(0, namedValues).map((value) => storable(value.slice(0, shownValue)));
      return { code: 'values_without_label', params: { column, count, values: named.join(', ') + (values.size > namedValues ? ' …' : '') } };
    });
  }
}
