import { Module } from '@nestjs/common';
import { JourneysModule } from '../journeys/journeys.module.js';
import { TouchpointsModule } from '../touchpoints/touchpoints.module.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { AnswerPartitions } from './ingest/answer-partitions.js';
import { IngestRepository } from './ingest/ingest.repository.js';
import { ResponsesController } from './responses.controller.js';
import { ResponsesRepository } from './responses.repository.js';
import { ResponsesService } from './responses.service.js';
import { RollupsService } from './rollups.service.js';
import { RollupsRepository } from './rollups/rollups.repository.js';
import { SurveysController } from './surveys.controller.js';
import { SurveysRepository } from './surveys.repository.js';
import { SurveysService } from './surveys.service.js';

@Module({
  imports: [TouchpointsModule, JourneysModule],
  controllers: [SurveysController, ResponsesController],
  providers: [
    SurveysService, SurveysRepository,
    ResponsesService, ResponsesRepository, IdempotencyRepository, IngestRepository, AnswerPartitions,
    RollupsService, RollupsRepository,
  ],
  exports: [SurveysService, ResponsesService, RollupsService],
})
export class FeedbackModule {}
