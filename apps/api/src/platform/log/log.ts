import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Config } from '../config/config.js';

export type Log = Logger;
export const LOG = Symbol('log');

/** Structured lines on standard output; what could carry a secret is blanked by name. */
export function createLog(config: Pick<Config, 'logLevel'>): Log {
  return pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', 'token', 'key', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie', '*.connectionString', 'error.parameters', 'error.query'],
      censor: '[removed]',
    },
  });
}

/** Lets the framework write through our log; its start-up chatter is kept for debugging. */
export function frameworkLogger(log: Log): LoggerService {
  const write = (level: 'debug' | 'warn' | 'error' | 'fatal' | 'trace') => (message: unknown, ...rest: unknown[]) =>
    log[level]({ scope: rest.at(-1) }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  return { log: write('debug'), debug: write('debug'), verbose: write('trace'), warn: write('warn'), error: write('error'), fatal: write('fatal') };
}
