import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { declaresQuery } from './query.js';
import { misshapen, unknownField } from './validation.js';

/** A name that a route does not know is never passed over in silence, also where the route asks nothing at all. */
@Injectable()
export class QueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const names = Object.keys(context.switchToHttp().getRequest<FastifyRequest>().query ?? {});
    if (names.length > 0 && !declaresQuery(context.getClass(), context.getHandler().name)) throw misshapen(names.map(unknownField));
    return true;
  }
}
