import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** The second lock: a handler runs only when the access rule of its route was met before the body was read. */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.admitted !== true) throw new Problem(403, 'forbidden', 'Not allowed');
    return true;
  }
}
