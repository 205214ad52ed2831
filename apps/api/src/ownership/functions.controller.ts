import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import {
  type FunctionCreate, functionCreateSchema, type FunctionMembersPut, functionMembersPutSchema, type FunctionPatch, functionPatchSchema,
  functionSchema, functionsSchema, offeredFunctionsSchema, type ShortListQuery, shortListQuerySchema,
} from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CheckedQuery } from '../platform/http/query.js';
import { FunctionsService } from './functions.service.js';

@Controller('workspaces/:workspaceId/functions')
export class FunctionsController {
  constructor(private readonly functions: FunctionsService) {}

  @Get()
  @Access('function:read')
  @Answer(200, functionsSchema)
  list(@CurrentActor() actor: Actor, @CheckedQuery(shortListQuerySchema) query: ShortListQuery) {
    return this.functions.list(actor, query);
  }

  @Get('offered')
  @Access('function:read')
  @Answer(200, offeredFunctionsSchema)
  offered(@CurrentActor() actor: Actor) {
    return this.functions.offered(actor);
  }

  @Post()
  @Access('function:create')
  @Answer(201, functionSchema)
  create(@CurrentActor() actor: Actor, @Body({ schema: functionCreateSchema }) body: FunctionCreate) {
    return this.functions.create(actor, body);
  }

  @Patch(':functionId')
  @Access('function:edit')
  @Answer(200, functionSchema)
  rename(@CurrentActor() actor: Actor, @Param('functionId') id: string, @Body({ schema: functionPatchSchema }) body: FunctionPatch) {
    return this.functions.rename(actor, id, body);
  }

  @Delete(':functionId')
  @Access('function:delete')
  @Answer(204)
  remove(@CurrentActor() actor: Actor, @Param('functionId') id: string) {
    return this.functions.remove(actor, id);
  }

  @Put(':functionId/members')
  @Access('function:edit')
  @Answer(200, functionSchema)
  putMembers(@CurrentActor() actor: Actor, @Param('functionId') id: string, @Body({ schema: functionMembersPutSchema }) body: FunctionMembersPut) {
    return this.functions.putMembers(actor, id, body);
  }
}
