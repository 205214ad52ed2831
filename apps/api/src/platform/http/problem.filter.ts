import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../log/log.js';
import { Problem, problemBody } from './problem.js';
import { problemOf } from './problem-of.js';

/** Every error leaves through here, the framework's own too. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const known = problemOf(error);
    if (known === undefined || known.status >= 500) {
      this.log[known === undefined ? 'error' : 'warn']({ requestId: request.id, error: describe(error) }, 'request failed');
    }
    const problem = known ?? new Problem(500, 'internal', 'Something went wrong on our side; the request id helps to find it in the log');
    if (reply.sent) return;
    if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
    reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problemBody(problem, request.id)));
  }
}

/** What the log keeps of an error: never bound values, which may be personal or secret. */
const describe = (error: unknown): Record<string, unknown> =>
  error instanceof Error ? { name: error.name, code: Reflect.get(error, 'code'), message: error.message, stack: error.stack } : { message: String(error) };
