import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FunctionsController } from './functions.controller.js';
import { FunctionsRepository } from './functions.repository.js';
import { FunctionsService } from './functions.service.js';
import { FunctionEntity } from './function.entity.js';
import { FunctionMemberEntity } from './function-member.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([FunctionEntity, FunctionMemberEntity])],
  controllers: [FunctionsController],
  providers: [FunctionsService, FunctionsRepository],
  exports: [FunctionsService],
})
export class OwnershipModule {}
