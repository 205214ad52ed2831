import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config/config.js';
import { newId } from '../database/new-id.js';
import { problemOf, problemOfStatus } from './problem-of.js';
import { Problem, problemBody } from './problem.js';
import { JSON_LIMIT } from './request-bodies.js';

const givenId = /^[A-Za-z0-9._-]{8,100}$/;

/** The HTTP server with its limits; a broken request gets the same error shape as any other. */
export function createAdapter(config: Pick<Config, 'trustProxy'>): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
    // Uploads may last longer than any request timeout, so bodies are timed by `limitBodyTime` and only headers here.
    http: { headersTimeout: 10_000, requestTimeout: 0, connectionsCheckingInterval: 2_000 },
    connectionTimeout: 120_000,
    requestIdHeader: false,
    genReqId: (raw: IncomingMessage) => {
      const given = raw.headers['x-request-id'];
      return typeof given === 'string' && givenId.test(given) ? given : newId();
    },
    return503OnClosing: false,
    logger: false,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error) ?? new Problem(400, 'bad_request', 'The request cannot be read');
      reply
        .code(problem.status)
        .headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' })
        .type('application/problem+json')
        .send(JSON.stringify(problemBody(problem, request.id)));
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
      }
      const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
      const body = JSON.stringify(problemBody(problemOfStatus(status), newId()));
      socket.end(`HTTP/1.1 ${status} Error\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
    },
  });
}
