import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  pageQuerySchema, responsesQuerySchema, responsesSchema, surveyCreateSchema, surveySchema, surveysSchema,
  type PageQuery, type ResponsesQuery, type SurveyCreate,
} from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { CurrentActor, type Actor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CheckedQuery } from '../platform/http/query.js';
import { ResponsesService } from './responses.service.js';
import { SurveysService } from './surveys.service.js';

@Controller('workspaces/:workspaceId/surveys')
export class SurveysController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly responses: ResponsesService,
  ) {}

  @Get()
  @Access('survey:read')
  @Answer(200, surveysSchema)
  list(@CurrentActor() actor: Actor, @CheckedQuery(pageQuerySchema) query: PageQuery) {
    return this.surveys.list(actor, query);
  }

  @Post()
  @Access('survey:create')
  @Answer(201, surveySchema)
  create(@CurrentActor() actor: Actor, @Body({ schema: surveyCreateSchema }) body: SurveyCreate) {
    return this.surveys.create(actor, body);
  }

  @Get(':surveyId')
  @Access('survey:read')
  @Answer(200, surveySchema)
  get(@CurrentActor() actor: Actor, @Param('surveyId') id: string) {
    return this.surveys.get(actor, id);
  }

  @Get(':surveyId/responses')
  @Access('response:read')
  @Answer(200, responsesSchema)
  listResponses(@CurrentActor() actor: Actor, @Param('surveyId') id: string, @CheckedQuery(responsesQuerySchema) query: ResponsesQuery) {
    return this.responses.list(actor, id, query);
  }
}
