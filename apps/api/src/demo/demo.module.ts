import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { JourneysModule } from '../journeys/journeys.module.js';
import { OwnershipModule } from '../ownership/ownership.module.js';
import { TouchpointsModule } from '../touchpoints/touchpoints.module.js';
import { DemoAnswers } from './demo-answers.js';
import { DemoController } from './demo.controller.js';
import { DemoFiller } from './demo-filler.js';
import { DemoMap } from './demo-map.js';
import { DemoService } from './demo.service.js';
import { DemosRepository } from './demos.repository.js';
import { FirstDemo } from './first-demo.js';
import { DemoEntity } from './demo.entity.js';

@Module({
  imports: [FeedbackModule, JourneysModule, OwnershipModule, TouchpointsModule, TypeOrmModule.forFeature([DemoEntity])],
  controllers: [DemoController],
  providers: [DemoService, DemosRepository, DemoMap, DemoAnswers, DemoFiller, FirstDemo],
})
export class DemoModule {}
