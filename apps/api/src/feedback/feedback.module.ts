import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JourneysModule } from '../journeys/journeys.module.js';
import { TouchpointsModule } from '../touchpoints/touchpoints.module.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { ImportRehearsal } from './imports/import-rehearsal.js';
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
import { SurveyEntity } from './survey.entity.js';
import { QuestionEntity } from './question.entity.js';
import { ResponseEntity } from './response.entity.js';
import { ImportEntity } from './import.entity.js';
import { ImportMappingEntity } from './import-mapping.entity.js';
import { ImportRejectionEntity } from './import-rejection.entity.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { RollupCellEntity } from './rollups/rollup-cell.entity.js';
import { RollupDeltaEntity } from './rollups/rollup-delta.entity.js';
import { RollupMonthEntity } from './rollups/rollup-month.entity.js';

@Module({
  imports: [
    TouchpointsModule,
    JourneysModule,
    TypeOrmModule.forFeature([
      SurveyEntity, QuestionEntity, ResponseEntity, ImportEntity, ImportMappingEntity, ImportRejectionEntity, IdempotencyKeyEntity, RollupCellEntity, RollupDeltaEntity, RollupMonthEntity,
    ]),
  ],
  controllers: [SurveysController, ResponsesController, ImportsController],
  providers: [
    SurveysService, SurveysRepository,
    ResponsesService, ResponsesRepository, IdempotencyRepository, IngestRepository, AnswerPartitions,
    ImportsService, ImportsRepository, ImportRunner, ImportSurvey, ImportRehearsal, ImportTrial, ImportWorker, Spool,
    RollupsService, RollupsRepository,
  ],
  exports: [SurveysService, ResponsesService, RollupsService],
})
export class FeedbackModule {}
