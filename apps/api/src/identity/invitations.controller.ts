import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { type InvitationCreate, invitationCreatedSchema, invitationCreateSchema, invitationsSchema, type ShortListQuery, shortListQuerySchema } from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { pageOfAll } from '../platform/http/cursor.js';
import { CheckedQuery } from '../platform/http/query.js';
import { CurrentExchange, type Exchange } from '../platform/http/exchange.js';
import { InvitationsService } from './invitations.service.js';

@Controller('workspaces/:workspaceId/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Access('invitation:read')
  @Answer(200, invitationsSchema)
  async list(@CurrentActor() actor: Actor, @CheckedQuery(shortListQuerySchema) query: ShortListQuery) {
    return pageOfAll(await this.invitations.list(actor), query, ({ id }) => id);
  }

  @Post()
  @Access('invitation:create')
  @Answer(201, invitationCreatedSchema)
  create(@CurrentActor() actor: Actor, @CurrentExchange() { request }: Exchange, @Body({ schema: invitationCreateSchema }) body: InvitationCreate) {
    return this.invitations.create(actor, `${request.protocol}://${request.host}`, body);
  }

  @Delete(':invitationId')
  @Access('invitation:delete')
  @Answer(204)
  async withdraw(@CurrentActor() actor: Actor, @Param('invitationId') invitationId: string) {
    await this.invitations.withdraw(actor, invitationId);
  }
}
