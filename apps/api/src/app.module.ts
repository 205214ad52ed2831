import { type DynamicModule, Module } from '@nestjs/common';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { DemoModule } from './demo/demo.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { JourneysModule } from './journeys/journeys.module.js';
import { OwnershipModule } from './ownership/ownership.module.js';
import { ApiDocsModule } from './platform/api-docs/api-docs.module.js';
import type { Config } from './platform/config/config.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import type { Log } from './platform/log/log.js';
import { SettingsModule } from './platform/config/settings.module.js';
import { TouchpointsModule } from './touchpoints/touchpoints.module.js';

export interface AppSettings {
  readonly config: Config;
  readonly log: Log;
  /** The application's own login, not the owner's. */
  readonly database: { readonly url: string; readonly options?: string | undefined };
  /** Serves the built web application too. */
  readonly web?: boolean;
}

/** Where the records live that addresses name. */
const recordTables = {
  userId: { table: 'members', key: 'user_id' },
  invitationId: { table: 'invitations' },
  apiKeyId: { table: 'api_keys' },
  functionId: { table: 'functions' },
  touchpointId: { table: 'touchpoints' },
  journeyId: { table: 'journeys' },
  surveyId: { table: 'surveys' },
  responseId: { table: 'responses' },
  importId: { table: 'imports' },
};

@Module({})
export class AppModule {
  static of({ config, log, database }: AppSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.of(config, log),
        DatabaseModule.of({ ...database, pool: config.databasePool }),
        HttpModule.of(recordTables),
        ApiDocsModule,
        JobsModule,
        MailModule,
        IdentityModule,
        OwnershipModule,
        TouchpointsModule,
        JourneysModule,
        FeedbackModule,
        AnalyticsModule,
        DemoModule,
      ],
    };
  }
}
