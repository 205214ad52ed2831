import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InfluenceController } from './influence.controller.js';
import { InfluenceRepository } from './influence.repository.js';
import { InfluenceService } from './influence.service.js';
import { ScoresController } from './scores.controller.js';
import { ScoresRepository } from './scores.repository.js';
import { ScoresService } from './scores.service.js';
import { TouchpointsController } from './touchpoints.controller.js';
import { TouchpointsRepository } from './touchpoints.repository.js';
import { TouchpointsService } from './touchpoints.service.js';
import { TouchpointEntity } from './touchpoint.entity.js';
import { TouchpointScoreEntity } from './touchpoint-score.entity.js';
import { TouchpointOwnerEntity } from './touchpoint-owner.entity.js';
import { TouchpointInfluenceEntity } from './touchpoint-influence.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([TouchpointEntity, TouchpointScoreEntity, TouchpointOwnerEntity, TouchpointInfluenceEntity])],
  controllers: [TouchpointsController, ScoresController, InfluenceController],
  providers: [TouchpointsService, TouchpointsRepository, ScoresService, ScoresRepository, InfluenceService, InfluenceRepository],
  exports: [TouchpointsService, ScoresService, InfluenceService],
})
export class TouchpointsModule {}
