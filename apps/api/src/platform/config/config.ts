import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeNumberText } from '@afferent/contracts';
import { z } from 'zod';

const repositoryRoot = fileURLToPath(new URL('../../../../../', import.meta.url));

const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes');
const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`);

function networks(text: string, context: z.RefinementCtx): string[] {
  const parts = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const usable = (part: string) => {
    const [address = '', bits, ...rest] = part.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  };
  if (!parts.every(usable)) context.addIssue('must be addresses or networks separated by commas, for example 10.0.0.0/8');
  return parts;
}

const environmentSchema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: wholeNumberText(z.int('must be a port number').min(0).max(65535).default(3000)),
  HOST: z.string().trim().min(1).optional(),
  AFFERENT_DATA_DIR: z.string().trim().min(1).optional(),
  AFFERENT_DEMO: yesNo.optional(),
  AFFERENT_DEMO_LOCALE: z.enum(['en', 'ru']).optional(),
  LC_ALL: z.string().optional(),
  LC_MESSAGES: z.string().optional(),
  LANG: z.string().optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_MIGRATION_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_APP_PASSWORD: z.string().min(1).optional(),
  DATABASE_POOL: wholeNumberText(z.int().min(2).max(200).default(10)),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().trim().min(3).default('Afferent <no-reply@localhost>'),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  TRUST_PROXY: z.string().transform(networks).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  /** Undefined means the two loopback addresses. */
  readonly host: string | undefined;
  readonly dataDir: string;
  /** Whether this is no trial: NODE_ENV says so. */
  readonly production: boolean;
  readonly demo: boolean;
  /** The language in which an installation's demo comes first. */
  readonly demoLocale: 'en' | 'ru';
  readonly databaseUrl: string | undefined;
  readonly migrationUrl: string | undefined;
  readonly databaseAppPassword: string | undefined;
  readonly databasePool: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly publicUrl: string | undefined;
  /** Addresses whose `X-Forwarded-*` headers are believed. */
  readonly trustProxy: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

export const CONFIG = Symbol('config');

/** A setting that cannot be used; its message is one line that names the variable. */
export class ConfigError extends Error {}

/** Reads the settings; an empty variable counts as absent. Throws ConfigError naming the first bad one. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message ?? 'is not usable'}`);
  }
  const values = parsed.data;
  if (values.SMTP_URL !== undefined && values.PUBLIC_URL === undefined) throw new ConfigError('PUBLIC_URL: is needed beside SMTP_URL, for the links in letters');
  const production = values.NODE_ENV === 'production';
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.AFFERENT_DATA_DIR === undefined ? resolve(repositoryRoot, '.data') : resolve(values.AFFERENT_DATA_DIR),
    production,
    demo: values.AFFERENT_DEMO ?? !(production || values.DATABASE_URL !== undefined),
    demoLocale: values.AFFERENT_DEMO_LOCALE ?? (/^ru/i.test(values.LC_ALL ?? values.LC_MESSAGES ?? values.LANG ?? '') ? 'ru' : 'en'),
    databaseUrl: values.DATABASE_URL,
    migrationUrl: values.DATABASE_MIGRATION_URL,
    databaseAppPassword: values.DATABASE_APP_PASSWORD,
    databasePool: values.DATABASE_POOL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: values.TRUST_PROXY ?? [],
    logLevel: values.LOG_LEVEL,
  };
}
