import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TouchpointsModule } from '../touchpoints/touchpoints.module.js';
import { JourneysController } from './journeys.controller.js';
import { JourneysRepository } from './journeys.repository.js';
import { JourneysService } from './journeys.service.js';
import { OperationsRepository } from './operations.repository.js';
import { OperationsService } from './operations.service.js';
import { PlacesService } from './places.service.js';
import { JourneyEntity } from './journey.entity.js';
import { JourneyOperationEntity } from './journey-operation.entity.js';
import { JourneyTouchpointEntity } from './journey-touchpoint.entity.js';

@Module({
  imports: [TouchpointsModule, TypeOrmModule.forFeature([JourneyEntity, JourneyOperationEntity, JourneyTouchpointEntity])],
  controllers: [JourneysController],
  providers: [JourneysService, JourneysRepository, OperationsService, OperationsRepository, PlacesService],
  exports: [JourneysService, OperationsService, PlacesService],
})
export class JourneysModule {}
