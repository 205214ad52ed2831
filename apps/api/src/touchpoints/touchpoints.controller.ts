import { Body, Controller, Delete, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import {
  type Touchpoint, type TouchpointCreate, touchpointCreateSchema, type TouchpointPatch, touchpointPatchSchema, touchpointSchema, touchpointsSchema,
  type TouchpointsQuery, touchpointsQuerySchema,
} from '@afferent/contracts';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer, Problems } from '../platform/http/answer.js';
import { CurrentExchange, type Exchange } from '../platform/http/exchange.js';
import { CheckedQuery } from '../platform/http/query.js';
import { etagOf } from './if-match.js';
import { TouchpointsService } from './touchpoints.service.js';

const tagged = async (reply: FastifyReply, answer: Promise<Touchpoint>): Promise<Touchpoint> => {
  const touchpoint = await answer;
  reply.header('etag', etagOf(touchpoint.version));
  return touchpoint;
};

@Controller('workspaces/:workspaceId/touchpoints')
export class TouchpointsController {
  constructor(private readonly touchpoints: TouchpointsService) {}

  @Get()
  @Access('touchpoint:read')
  @Answer(200, touchpointsSchema)
  list(@CurrentActor() actor: Actor, @CheckedQuery(touchpointsQuerySchema) query: TouchpointsQuery) {
    return this.touchpoints.list(actor, query);
  }

  @Post()
  @Access('touchpoint:create')
  @Answer(201, touchpointSchema)
  create(@CurrentActor() actor: Actor, @Body({ schema: touchpointCreateSchema }) body: TouchpointCreate, @CurrentExchange() { reply }: Exchange) {
    return tagged(reply, this.touchpoints.create(actor, body));
  }

  @Get(':touchpointId')
  @Access('touchpoint:read')
  @Answer(200, touchpointSchema)
  get(@CurrentActor() actor: Actor, @Param('touchpointId') id: string, @CurrentExchange() { reply }: Exchange) {
    return tagged(reply, this.touchpoints.get(actor, id));
  }

  @Patch(':touchpointId')
  @Access('touchpoint:edit')
  @Problems(412, 428)
  @ApiHeader({ name: 'If-Match', required: true })
  @Answer(200, touchpointSchema)
  patch(
    @CurrentActor() actor: Actor,
    @Param('touchpointId') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: touchpointPatchSchema }) body: TouchpointPatch,
    @CurrentExchange() { reply }: Exchange,
  ) {
    return tagged(reply, this.touchpoints.patch(actor, id, ifMatch, body));
  }

  @Delete(':touchpointId')
  @Access('touchpoint:delete')
  @Answer(204)
  remove(@CurrentActor() actor: Actor, @Param('touchpointId') id: string) {
    return this.touchpoints.remove(actor, id);
  }
}
