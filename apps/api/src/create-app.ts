import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppSettings } from './app.module.js';
import { createApiDocument } from './platform/api-docs/api-document.js';
import { ApiDocumentation } from './platform/api-docs/api-documentation.js';
import { createAdapter } from './platform/http/adapter.js';
import { REPORTS_PATH } from './platform/http/content-security.js';
import { installHooks } from './platform/http/hooks.js';
import { frameworkLogger } from './platform/log/log.js';

/** The whole application, ready to answer but not listening yet. */
export async function createApp(settings: AppSettings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(settings), createAdapter(settings.config), {
    logger: frameworkLogger(settings.log),
    bodyParser: false,
    abortOnError: false,
  });
  await installHooks(app);
  if (settings.web === true) {
    const { serveWeb } = await import('./platform/http/web-pages.js');
    await serveWeb(app.getHttpAdapter().getInstance());
  }
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz', 'api-docs', REPORTS_PATH] });
  app.get(ApiDocumentation).madeBy((locale) => createApiDocument(app, locale));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
