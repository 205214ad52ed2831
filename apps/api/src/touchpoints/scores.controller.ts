import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type PageQuery, pageQuerySchema, type ScoreCreate, scoreCreateSchema, scoreSchema, scoresSchema } from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CheckedQuery } from '../platform/http/query.js';
import { ScoresService } from './scores.service.js';

@Controller('workspaces/:workspaceId/touchpoints/:touchpointId/scores')
export class ScoresController {
  constructor(private readonly scores: ScoresService) {}

  @Post()
  @Access('score:create')
  @Answer(201, scoreSchema)
  create(@CurrentActor() actor: Actor, @Param('touchpointId') touchpointId: string, @Body({ schema: scoreCreateSchema }) body: ScoreCreate) {
    return this.scores.create(actor, touchpointId, body);
  }

  @Get()
  @Access('score:read')
  @Answer(200, scoresSchema)
  list(@CurrentActor() actor: Actor, @Param('touchpointId') touchpointId: string, @CheckedQuery(pageQuerySchema) query: PageQuery) {
    return this.scores.list(actor, touchpointId, query);
  }
}
