import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../log/log.js';
import { AccessService } from './access.service.js';
import { securityHeaders } from './content-security.js';
import { Problem } from './problem.js';
import { type RequestContext, runInRequest } from './request-context.js';

const BODY_TIME_MS = 30_000;
const readOnly = new Set(['GET', 'HEAD']);

const contextOf = (request: FastifyRequest): RequestContext => ({ requestId: request.id, readOnly: readOnly.has(request.method) });

/** Everything that happens around every request, in order: context, headers, access before the body is read, log. */
export async function installHooks(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const access = app.get(AccessService);
  server.decorateRequest('actor', null);
  server.decorateRequest('session', null);
  server.decorateRequest('admitted', false);
  requireAccessRules(server);
  acceptJsonOnly(server);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    runInRequest(contextOf(request), done);
  });
  await server.register(helmet, securityHeaders);
  await server.register(cookie);
  await server.register(multipart);
  server.addHook('onRequest', async (request) => {
    if (!request.is404) await access.admit(request);
  });
  server.addHook('preParsing', limitBody);
  // Reading a body ends the asynchronous context that the first hook began.
  server.addHook('preHandler', (request, _reply, done) => runInRequest(contextOf(request), done));
  logRequests(server, app.get<Log>(LOG));
}

/** A route without an access rule stops the start. */
function requireAccessRules(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (route.config?.access === undefined) throw new Error(`${String(route.method)} ${route.url} has neither @Access nor @Public`);
  });
}

function acceptJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body, done);
  });
}

/** Refuses uploads where none are expected, and bodies that trickle in. */
async function limitBody(request: FastifyRequest, _reply: unknown, payload: NodeJS.ReadableStream): Promise<NodeJS.ReadableStream> {
  const { multipart } = request.routeOptions.config;
  const sent = request.headers['content-type']?.toLowerCase().startsWith('multipart/') ?? false;
  if (sent && multipart === true) return payload;
  if (sent) throw new Problem(415, 'unsupported_media', 'This call takes JSON');
  const timer = setTimeout(() => request.raw.destroy(new Error('The body took too long')), BODY_TIME_MS);
  timer.unref();
  const stop = () => clearTimeout(timer);
  request.raw.once('end', stop);
  request.raw.once('close', stop);
  return payload;
}

function logRequests(server: FastifyInstance, log: Log): void {
  server.addHook('onResponse', (request, reply, done) => {
    log.info(
      { requestId: request.id, method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime), workspaceId: request.actor?.workspaceId },
      'request',
    );
    done();
  });
}
