import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { type ApiKeyCreate, apiKeyCreatedSchema, apiKeyCreateSchema, apiKeysSchema, type ShortListQuery, shortListQuerySchema } from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { pageOfAll } from '../platform/http/cursor.js';
import { CheckedQuery } from '../platform/http/query.js';
import { ApiKeysService } from './api-keys.service.js';

@Controller('workspaces/:workspaceId/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Access('api-key:read')
  @Answer(200, apiKeysSchema)
  async list(@CurrentActor() actor: Actor, @CheckedQuery(shortListQuerySchema) query: ShortListQuery) {
    return pageOfAll(await this.keys.list(actor), query, ({ id }) => id);
  }

  @Post()
  @Access('api-key:create')
  @Answer(201, apiKeyCreatedSchema)
  create(@CurrentActor() actor: Actor, @Body({ schema: apiKeyCreateSchema }) body: ApiKeyCreate) {
    return this.keys.create(actor, body);
  }

  @Delete(':apiKeyId')
  @Access('api-key:delete')
  @Answer(204)
  async revoke(@CurrentActor() actor: Actor, @Param('apiKeyId') apiKeyId: string) {
    await this.keys.revoke(actor, apiKeyId);
  }
}
