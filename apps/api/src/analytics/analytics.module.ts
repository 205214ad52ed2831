import { Module } from '@nestjs/common';
import { AnalyticsController } from './analytics.controller.js';
import { AnalyticsService } from './analytics.service.js';
import { FacetsQuery } from './facets.query.js';
import { HeatmapQuery } from './heatmap.query.js';
import { JourneyMapQuery } from './journey-map.query.js';
import { MeasurementsQuery } from './measurements.query.js';
import { OwnershipQuery } from './ownership.query.js';
import { PeriodsQuery } from './periods.query.js';
import { PulseQuery } from './pulse.query.js';
import { QuestionsQuery } from './questions.query.js';
import { ReadingsQuery } from './readings.query.js';
import { ResultsQuery } from './results.query.js';
import { StaffScoresQuery } from './staff-scores.query.js';
import { TrendQuery } from './trend.query.js';
import { WorstTouchpointsQuery } from './worst-touchpoints.query.js';

/** The read side: one `*.query.ts` per report, over roll-ups and what the other features store. */
@Module({
  controllers: [AnalyticsController],
  providers: [
    AnalyticsService,
    FacetsQuery, HeatmapQuery, OwnershipQuery, PulseQuery, ResultsQuery, TrendQuery,
    JourneyMapQuery, MeasurementsQuery, PeriodsQuery, QuestionsQuery, ReadingsQuery, StaffScoresQuery, WorstTouchpointsQuery,
  ],
  exports: [AnalyticsService],
})
export class AnalyticsModule {}
