import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import {
  type JourneyCreate, journeyCreateSchema, journeySchema, journeysSchema, type OperationBatch, operationBatchSchema, type OperationLogQuery,
  operationLogQuerySchema, operationLogSchema, operationResultsSchema, type PageQuery, pageQuerySchema,
} from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CheckedQuery } from '../platform/http/query.js';
import { JourneysService } from './journeys.service.js';
import { OperationsService } from './operations.service.js';

@Controller('workspaces/:workspaceId/journeys')
export class JourneysController {
  constructor(
    private readonly journeys: JourneysService,
    private readonly operations: OperationsService,
  ) {}

  @Get()
  @Access('journey:read')
  @Answer(200, journeysSchema)
  list(@CurrentActor() actor: Actor, @CheckedQuery(pageQuerySchema) query: PageQuery) {
    return this.journeys.list(actor, query);
  }

  @Post()
  @Access('journey:create')
  @Answer(201, journeySchema)
  create(@CurrentActor() actor: Actor, @Body({ schema: journeyCreateSchema }) body: JourneyCreate) {
    return this.journeys.create(actor, body);
  }

  @Get(':journeyId')
  @Access('journey:read')
  @Answer(200, journeySchema)
  get(@CurrentActor() actor: Actor, @Param('journeyId') id: string) {
    return this.journeys.get(actor, id);
  }

  @Delete(':journeyId')
  @Access('journey:delete')
  @Answer(204)
  remove(@CurrentActor() actor: Actor, @Param('journeyId') id: string) {
    return this.journeys.remove(actor, id);
  }

  @Post(':journeyId/operations')
  @Access('journey:edit')
  @Answer(200, operationResultsSchema)
  apply(@CurrentActor() actor: Actor, @Param('journeyId') id: string, @Body({ schema: operationBatchSchema }) body: OperationBatch) {
    return this.operations.apply(actor, id, body);
  }

  @Get(':journeyId/operations')
  @Access('journey:read')
  @Answer(200, operationLogSchema)
  log(@CurrentActor() actor: Actor, @Param('journeyId') id: string, @CheckedQuery(operationLogQuerySchema) query: OperationLogQuery) {
    return this.operations.log(actor, id, query);
  }
}
