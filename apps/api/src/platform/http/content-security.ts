import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyReply } from 'fastify';

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Where browsers tell what a page's policy stopped. */
export const REPORTS_PATH = 'csp-reports';
const REPORTS = 'csp';

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
  // Text becomes markup only by the web application's one policy, which refuses whatever could hold a tag.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
};

/** The headers of a page whose own `<style>` tags carry this nonce; what is stopped on it is reported. */
export function securePage(reply: FastifyReply, nonce: string): FastifyReply {
  const policy = { ...directives, 'style-src': ["'self'", `'nonce-${nonce}'`], 'report-to': [REPORTS], 'report-uri': [`/${REPORTS_PATH}`] };
  return reply
    .header('content-security-policy', Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; '))
    .header('reporting-endpoints', `${REPORTS}="/${REPORTS_PATH}"`);
}

export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives },
  strictTransportSecurity: { maxAge: ONE_YEAR, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
};
