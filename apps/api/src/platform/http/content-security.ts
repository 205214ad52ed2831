import type { FastifyHelmetOptions } from '@fastify/helmet';

const ONE_YEAR = 365 * 24 * 60 * 60;

const directives: Record<string, string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** The policy of a page whose own `<style>` tags carry this nonce. */
export const policyWithStyleNonce = (nonce: string): string =>
  Object.entries({ ...directives, 'style-src': ["'self'", `'nonce-${nonce}'`] })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives },
  strictTransportSecurity: { maxAge: ONE_YEAR, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
};
