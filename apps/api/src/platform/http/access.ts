import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { Action } from '@afferent/domain';
import type { FastifyContextConfig } from 'fastify';

export type AccessRule = Action | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessRule;
    multipart?: boolean;
    maybeSession?: boolean;
    reports?: boolean;
  }
}

export interface AccessOptions {
  /** The route reads a multipart body itself, as a stream. */
  readonly multipart?: boolean;
}

const rule = (config: FastifyContextConfig & { readonly access: AccessRule }) =>
  applyDecorators(RouteConfig(config), ApiExtension('x-access', config.access));

/** Who may call this route: a row of the policy table. `account:` actions need a session only, all others a `:workspaceId` in the path. */
export const Access = (action: Action, options: AccessOptions = {}) => rule({ access: action, ...options });

export interface PublicOptions {
  /** The caller's session is looked up where there is one. */
  readonly maybeSession?: boolean;
  /** The route takes what browsers report, in their media types. */
  readonly reports?: boolean;
}

/** Anyone may call this route. */
export const Public = (options: PublicOptions = {}) => rule({ access: 'public', ...options });
