import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The request and its reply, for the few routes that need more of them than body, path and query: an address, a cookie, a header, an upload. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export const CurrentExchange = createParamDecorator(
  (_: unknown, context: ExecutionContext): Exchange => ({
    request: context.switchToHttp().getRequest<FastifyRequest>(),
    reply: context.switchToHttp().getResponse<FastifyReply>(),
  }),
);
