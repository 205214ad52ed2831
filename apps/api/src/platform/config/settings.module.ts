import { type DynamicModule, Module } from '@nestjs/common';
import { LOG, type Log } from '../log/log.js';
import { CONFIG, type Config } from './config.js';

/** The settings and the log, for every module. */
@Module({})
export class SettingsModule {
  static of(config: Config, log: Log): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
      ],
      exports: [CONFIG, LOG],
    };
  }
}
