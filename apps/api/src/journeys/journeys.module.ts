import { Module } from '@nestjs/common';
import { TouchpointsModule } from '../touchpoints/touchpoints.module.js';
import { JourneysController } from './journeys.controller.js';
import { JourneysRepository } from './journeys.repository.js';
import { JourneysService } from './journeys.service.js';
import { OperationsRepository } from './operations.repository.js';
import { OperationsService } from './operations.service.js';
import { PlacesService } from './places.service.js';

@Module({
  imports: [TouchpointsModule],
  controllers: [JourneysController],
  providers: [JourneysService, JourneysRepository, OperationsService, OperationsRepository, PlacesService],
  exports: [JourneysService, OperationsService, PlacesService],
})
export class JourneysModule {}
