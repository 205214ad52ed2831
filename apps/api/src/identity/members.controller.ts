import { Body, Controller, Delete, Get, Param, Patch } from '@nestjs/common';
import { membersSchema, type MemberPatch, memberPatchSchema, memberSchema, type ShortListQuery, shortListQuerySchema } from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { pageOfAll } from '../platform/http/cursor.js';
import { CheckedQuery } from '../platform/http/query.js';
import { MembersService } from './members.service.js';

@Controller('workspaces/:workspaceId/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Access('member:read')
  @Answer(200, membersSchema)
  async list(@CurrentActor() actor: Actor, @CheckedQuery(shortListQuerySchema) query: ShortListQuery) {
    return pageOfAll(await this.members.list(actor), query, ({ userId }) => userId);
  }

  @Patch(':userId')
  @Access('member:edit')
  @Answer(200, memberSchema)
  edit(@CurrentActor() actor: Actor, @Param('userId') userId: string, @Body({ schema: memberPatchSchema }) body: MemberPatch) {
    return this.members.edit(actor, userId, body);
  }

  @Delete(':userId')
  @Access('member:delete')
  @Answer(204)
  async remove(@CurrentActor() actor: Actor, @Param('userId') userId: string) {
    await this.members.remove(actor, userId);
  }
}
