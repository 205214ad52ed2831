import { Module } from '@nestjs/common';
import { JourneysModule } from '../journeys/journeys.module.js';
import { TouchpointsModule } from '../touchpoints/touchpoints.module.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { ImportRunner } from './imports/import-runner.js';
import { ImportSurvey } from './imports/import-survey.js';
import { ImportTrial } from './imports/import-trial.js';
import { ImportWorker } from './imports/import-worker.js';
import { Spool } from './imports/spool.js';
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
  controllers: [SurveysController, ResponsesController, ImportsController],
  providers: [
    SurveysService, SurveysRepository,
    ResponsesService, ResponsesRepository, IdempotencyRepository, IngestRepository, AnswerPartitions,
    ImportsService, ImportsRepository, ImportRunner, ImportSurvey, ImportTrial, ImportWorker, Spool,
    RollupsService, RollupsRepository,
  ],
  exports: [SurveysService, ResponsesService, RollupsService],
})
export class FeedbackModule {}
