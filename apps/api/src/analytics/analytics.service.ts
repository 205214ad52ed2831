import { Injectable } from '@nestjs/common';
import type {
  Heatmap, HeatmapQuery as HeatmapParameters, JourneyFacets, JourneyOwnership, OwnershipQuery as OwnershipParameters, Pulse,
  PulseQuery as PulseParameters, ResultsQuery as ResultsParameters, SurveyResults, Trend, TrendQuery as TrendParameters,
} from '@afferent/contracts';
import { UnitOfWork, type Scope } from '../platform/database/unit-of-work.js';
import { FacetsQuery } from './facets.query.js';
import { HeatmapQuery } from './heatmap.query.js';
import { OwnershipQuery } from './ownership.query.js';
import { PulseQuery } from './pulse.query.js';
import { ResultsQuery } from './results.query.js';
import { TrendQuery } from './trend.query.js';

/** Every report, each inside one read-only transaction of its workspace, so that all its parts see the same moment. */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly heatmaps: HeatmapQuery,
    private readonly trends: TrendQuery,
    private readonly surveyResults: ResultsQuery,
    private readonly journeyFacets: FacetsQuery,
    private readonly ownerships: OwnershipQuery,
    private readonly pulses: PulseQuery,
  ) {}

  heatmap(scope: Scope, journeyId: string, query: HeatmapParameters): Promise<Heatmap> {
    return this.read(scope, () => this.heatmaps.run(journeyId, query));
  }

  trend(scope: Scope, touchpointId: string, query: TrendParameters): Promise<Trend> {
    return this.read(scope, () => this.trends.run(touchpointId, query));
  }

  results(scope: Scope, surveyId: string, query: ResultsParameters): Promise<SurveyResults> {
    return this.read(scope, () => this.surveyResults.run(surveyId, query));
  }

  facets(scope: Scope, journeyId: string): Promise<JourneyFacets> {
    return this.read(scope, () => this.journeyFacets.run(journeyId));
  }

  ownership(scope: Scope, journeyId: string, query: OwnershipParameters): Promise<JourneyOwnership> {
    return this.read(scope, () => this.ownerships.run(journeyId, query));
  }

  pulse(scope: Scope, query: PulseParameters): Promise<Pulse> {
    return this.read(scope, () => this.pulses.run(query));
  }

  private read<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    return this.unit.run(scope, work, { readOnly: true });
  }
}
