import { Injectable } from '@nestjs/common';
import type { Heatmap, HeatmapOverall, HeatmapQuery as HeatmapParameters } from '@afferent/contracts';
import { figureFrom, heatmapOf, METHOD_VERSION, methodOf, unitOf, type Estimate, type Period } from '@afferent/domain';
import { JourneyMapQuery, type AskedMap } from './journey-map.query.js';
import { MeasurementsQuery } from './measurements.query.js';

/** An estimate of the whole journey as it may be shown; null where the whole journey is not asked about. */
export const overallFigure = (estimate: Estimate | null | undefined): HeatmapOverall | null => {
  if (estimate === undefined) return null;
  const { n, effectiveN, value, weightedValue, ciLow, ciHigh, status } = figureFrom(estimate);
  return { n, effectiveN, value, weightedValue, ciLow, ciHigh, status };
};

/** `GET …/journeys/{journeyId}/heatmap`. */
@Injectable()
export class HeatmapQuery {
  constructor(private readonly maps: JourneyMapQuery, private readonly measurements: MeasurementsQuery) {}

  async run(journeyId: string, query: HeatmapParameters): Promise<Heatmap> {
    return this.of(await this.maps.asked(journeyId), query);
  }

  async of(journey: AskedMap, { metric, from, to, segment, channel, compareFrom, compareTo }: HeatmapParameters): Promise<Heatmap> {
    const { touchpoints } = journey;
    const compare: Period | undefined = compareFrom == null || compareTo == null ? undefined : { from: compareFrom, to: compareTo };
    const { now, before } = await this.measurements.ofJourney(journey, metric, { from: from ?? null, to: to ?? null }, { segment, channel }, compare);
    const figures = heatmapOf(metric, touchpoints.map(({ id }) => ({ now: now.touchpoints.get(id) ?? null, before: before?.touchpoints.get(id) ?? null })));
    return {
      metric,
      unit: unitOf(metric),
      method: methodOf(metric),
      methodVersion: METHOD_VERSION,
      from: now.period.from,
      to: now.period.to,
      family: figures.family,
      overall: overallFigure(now.overall),
      cells: touchpoints.flatMap(({ id, targets }, index) => {
        const cell = figures.cells[index];
        if (cell == null) return [];
        const { n, effectiveN, value, weightedValue, ciLow, ciHigh, status, difference, p, pAdjusted, significant, marked, shrunk, change } = cell;
        const target = targets[metric] ?? null;
        return [{ touchpointId: id, n, effectiveN, value, weightedValue, ciLow, ciHigh, status, difference, p, pAdjusted, significant, marked, target, shrunk, change }];
      }),
    };
  }
}
