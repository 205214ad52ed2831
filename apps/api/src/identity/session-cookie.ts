import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../platform/http/authenticator.js';
import { SESSION_SECONDS } from './sessions.service.js';

const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export const setSessionCookie = (reply: FastifyReply, token: string): void => {
  reply.setCookie(SESSION_COOKIE, token, { ...attributes, maxAge: SESSION_SECONDS });
};

export const clearSessionCookie = (reply: FastifyReply): void => {
  reply.clearCookie(SESSION_COOKIE, attributes);
};

export const sessionTokenOf = (request: FastifyRequest): string | undefined => request.cookies[SESSION_COOKIE];
