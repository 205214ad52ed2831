import { Controller, Get, Param } from '@nestjs/common';
import {
  heatmapQuerySchema, heatmapSchema, journeyFacetsSchema, journeyOwnershipSchema, ownershipQuerySchema, pulseQuerySchema, pulseSchema,
  resultsQuerySchema, surveyResultsSchema, trendQuerySchema, trendSchema,
  type HeatmapQuery, type OwnershipQuery, type PulseQuery, type ResultsQuery, type TrendQuery,
} from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { CurrentActor, type Actor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CheckedQuery } from '../platform/http/query.js';
import { AnalyticsService } from './analytics.service.js';

@Controller('workspaces/:workspaceId')
export class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Get('journeys/:journeyId/heatmap')
  @Access('report:read')
  @Answer(200, heatmapSchema)
  heatmap(@CurrentActor() actor: Actor, @Param('journeyId') journeyId: string, @CheckedQuery(heatmapQuerySchema) query: HeatmapQuery) {
    return this.analytics.heatmap(actor, journeyId, query);
  }

  @Get('journeys/:journeyId/facets')
  @Access('report:read')
  @Answer(200, journeyFacetsSchema)
  facets(@CurrentActor() actor: Actor, @Param('journeyId') journeyId: string) {
    return this.analytics.facets(actor, journeyId);
  }

  @Get('journeys/:journeyId/ownership')
  @Access('report:read')
  @Answer(200, journeyOwnershipSchema)
  ownership(@CurrentActor() actor: Actor, @Param('journeyId') journeyId: string, @CheckedQuery(ownershipQuerySchema) query: OwnershipQuery) {
    return this.analytics.ownership(actor, journeyId, query);
  }

  @Get('touchpoints/:touchpointId/trend')
  @Access('report:read')
  @Answer(200, trendSchema)
  trend(@CurrentActor() actor: Actor, @Param('touchpointId') touchpointId: string, @CheckedQuery(trendQuerySchema) query: TrendQuery) {
    return this.analytics.trend(actor, touchpointId, query);
  }

  @Get('surveys/:surveyId/results')
  @Access('report:read')
  @Answer(200, surveyResultsSchema)
  results(@CurrentActor() actor: Actor, @Param('surveyId') surveyId: string, @CheckedQuery(resultsQuerySchema) query: ResultsQuery) {
    return this.analytics.results(actor, surveyId, query);
  }

  @Get('pulse')
  @Access('report:read')
  @Answer(200, pulseSchema)
  pulse(@CurrentActor() actor: Actor, @CheckedQuery(pulseQuerySchema) query: PulseQuery) {
    return this.analytics.pulse(actor, query);
  }
}
