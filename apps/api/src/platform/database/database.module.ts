import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type AppConnection, appDataSource } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';
import { WorkspaceEraser } from './workspace-eraser.js';

@Module({})
export class DatabaseModule {
  static of(connection: AppConnection): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ ...appDataSource(connection), autoLoadEntities: true, retryAttempts: 1 })],
      providers: [UnitOfWork, WorkspaceEraser],
      exports: [UnitOfWork, WorkspaceEraser],
    };
  }
}
