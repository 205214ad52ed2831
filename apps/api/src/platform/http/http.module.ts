import { type DynamicModule, Module, type Provider, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccessService } from './access.service.js';
import { HealthController } from './health.controller.js';
import { PathRecords, RECORD_TABLES, type RecordTables } from './path-records.js';
import { PolicyReportsController } from './policy-reports.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryGuard } from './query.guard.js';
import { Readiness } from './readiness.js';
import { validationPipe } from './validation.js';

const providers: Provider[] = [
  AccessService,
  PathRecords,
  Readiness,
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_GUARD, useClass: QueryGuard },
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
  { provide: APP_PIPE, useFactory: validationPipe },
];

@Module({})
export class HttpModule {
  static of(recordTables: RecordTables): DynamicModule {
    return { module: HttpModule, controllers: [HealthController, PolicyReportsController], providers: [...providers, { provide: RECORD_TABLES, useValue: recordTables }] };
  }
}
