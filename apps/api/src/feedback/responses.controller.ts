import { Body, Controller, Delete, Headers, Param, Post } from '@nestjs/common';
import { responsesBatchSchema, responsesResultSchema, type ResponsesBatch, type ResponsesResult } from '@afferent/contracts';
import { ApiHeader } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { CurrentActor, type Actor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CurrentExchange, type Exchange } from '../platform/http/exchange.js';
import { ResponsesService } from './responses.service.js';

@Controller('workspaces/:workspaceId/responses')
export class ResponsesController {
  constructor(private readonly responses: ResponsesService) {}

  @Post()
  @Access('response:create')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @Answer(200, responsesResultSchema)
  async create(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: responsesBatchSchema }) body: ResponsesBatch,
    @CurrentExchange() { reply }: Exchange,
  ): Promise<ResponsesResult> {
    const { replayed, result } = await this.responses.create(actor, key, body);
    reply.header('idempotency-replayed', String(replayed));
    return result;
  }

  @Delete(':responseId')
  @Access('response:delete')
  @Answer(204)
  remove(@CurrentActor() actor: Actor, @Param('responseId') id: string) {
    return this.responses.remove(actor, id);
  }
}
