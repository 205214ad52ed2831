import { useCallback, useState } from 'react';
import { z } from 'zod';

const sizesSchema = z.object({
  laneHead: z.number().min(88).max(320),
  stages: z.record(z.string(), z.number().min(120).max(640)),
  inspector: z.number().min(280).max(720),
});
export type Sizes = z.infer<typeof sizesSchema>;

const DEFAULTS: Sizes = { laneHead: 112, stages: {}, inspector: 344 };
const keyOf = (journeyId: string) => `afferent-map-sizes ${journeyId}`;

const read = (journeyId: string): Sizes => {
  try {
    const kept = sizesSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(journeyId)) ?? 'null'));
    return kept.success ? kept.data : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
};

/** Widths this person gave to the map's columns and panel, kept in this browser. */
export const useSizes = (journeyId: string): [Sizes, (patch: Partial<Sizes>) => void] => {
  const [sizes, setSizes] = useState(() => read(journeyId));
  const change = useCallback((patch: Partial<Sizes>) => setSizes((now) => {
    const next = { ...now, ...patch };
    localStorage.setItem(keyOf(journeyId), JSON.stringify(next));
    return next;
  }), [journeyId]);
  return [sizes, change];
};
