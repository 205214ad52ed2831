import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { type WorkspaceCreate, workspaceCreateSchema, type WorkspacePatch, workspacePatchSchema, workspaceSchema } from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor, CurrentSession, type Session } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { AccountsService } from './accounts.service.js';
import { WorkspacesService } from './workspaces.service.js';

@Controller('workspaces')
export class WorkspacesController {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly accounts: AccountsService,
  ) {}

  @Post()
  @Access('account:edit')
  @Answer(201, workspaceSchema)
  create(@CurrentSession() session: Session, @Body({ schema: workspaceCreateSchema }) body: WorkspaceCreate) {
    return this.accounts.createWorkspace(session.userId, body);
  }

  @Get(':workspaceId')
  @Access('workspace:read')
  @Answer(200, workspaceSchema)
  get(@CurrentActor() actor: Actor) {
    return this.workspaces.get(actor);
  }

  @Patch(':workspaceId')
  @Access('workspace:edit')
  @Answer(200, workspaceSchema)
  edit(@CurrentActor() actor: Actor, @Body({ schema: workspacePatchSchema }) body: WorkspacePatch) {
    return this.workspaces.edit(actor, body);
  }
}
