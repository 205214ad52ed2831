import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../log/log.js';
import { AccessService } from './access.service.js';
import { securityHeaders } from './content-security.js';
import { limitBodies } from './request-bodies.js';
import { type RequestContext, runInRequest } from './request-context.js';

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
  limitBodies(server);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    // The web application's files say otherwise.
    reply.header('cache-control', 'no-store');
    runInRequest(contextOf(request), done);
  });
  await server.register(helmet, securityHeaders);
  await server.register(cookie);
  await server.register(multipart);
  server.addHook('onRequest', async (request) => {
    if (!request.is404) await access.admit(request);
  });
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

function logRequests(server: FastifyInstance, log: Log): void {
  server.addHook('onResponse', (request, reply, done) => {
    log.info(
      { requestId: request.id, method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime), workspaceId: request.actor?.workspaceId },
      'request',
    );
    done();
  });
}
