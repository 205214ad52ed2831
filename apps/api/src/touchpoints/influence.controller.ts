import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { type InfluencePut, influencePutSchema, influenceSchema } from '@afferent/contracts';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { InfluenceService } from './influence.service.js';

@Controller('workspaces/:workspaceId/touchpoints/:touchpointId/influence')
export class InfluenceController {
  constructor(private readonly influence: InfluenceService) {}

  @Get()
  @Access('influence:read')
  @Answer(200, influenceSchema)
  get(@CurrentActor() actor: Actor, @Param('touchpointId') touchpointId: string) {
    return this.influence.get(actor, touchpointId);
  }

  @Put()
  @Access('influence:edit')
  @Answer(200, influenceSchema)
  put(@CurrentActor() actor: Actor, @Param('touchpointId') touchpointId: string, @Body({ schema: influencePutSchema }) body: InfluencePut) {
    return this.influence.put(actor, touchpointId, body);
  }

  @Delete()
  @Access('influence:edit')
  @Answer(204)
  remove(@CurrentActor() actor: Actor, @Param('touchpointId') touchpointId: string) {
    return this.influence.remove(actor, touchpointId);
  }
}
