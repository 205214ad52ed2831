import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { type DemoCreate, demoCreateSchema, demoOfWorkspaceSchema, demoSchema } from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor, CurrentSession, type Session } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { DemoService } from './demo.service.js';

@Controller()
export class DemoController {
  constructor(private readonly demos: DemoService) {}

  @Post('demo')
  @Access('account:edit')
  @Answer(202, demoSchema)
  open(@CurrentSession() session: Session, @Body({ schema: demoCreateSchema }) body: DemoCreate) {
    return this.demos.open(session.userId, body.locale);
  }

  @Get('workspaces/:workspaceId/demo')
  @Access('workspace:read')
  @Answer(200, demoOfWorkspaceSchema)
  get(@CurrentActor() actor: Actor) {
    return this.demos.get(actor);
  }

  @Delete('workspaces/:workspaceId/demo')
  @Access('workspace:delete')
  @Answer(204)
  async remove(@CurrentActor() actor: Actor) {
    await this.demos.remove(actor);
  }
}
