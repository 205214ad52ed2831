import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { Action } from '@afferent/domain';

export type AccessRule = Action | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessRule;
    multipart?: boolean;
    maybeSession?: boolean;
  }
}

export interface AccessOptions {
  /** The route reads a multipart body itself, as a stream. */
  readonly multipart?: boolean;
}

const rule = (config: { access: AccessRule; multipart?: boolean; maybeSession?: boolean }) =>
  applyDecorators(RouteConfig(config), ApiExtension('x-access', config.access));

/** Who may call this route: a row of the policy table. `account:` actions need a session only, all others a `:workspaceId` in the path. */
export const Access = (action: Action, options: AccessOptions = {}) => rule({ access: action, ...options });

/** Anyone may call this route; with `maybeSession` the caller's session is looked up where there is one. */
export const Public = (options: { readonly maybeSession?: boolean } = {}) => rule({ access: 'public', ...options });
