import { Problem } from './problem.js';

export interface RequestOrigin {
  readonly method: string;
  readonly host: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(?=:|$)/i;
const sameName = (host: string): string => host.toLowerCase().replace(loopback, 'localhost');

/** Host and port of an Origin header, the port left out where the scheme implies it; null for anything else. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) && /^https?:\/\//i.test(origin) ? new URL(origin).host : null);

const refused = () => new Problem(403, 'cross_site', 'This request came from another site');

/**
 * Refuses writes that another site made the browser send. `strict` is for requests that carry the session cookie:
 * without either header they are refused too.
 */
export function requireSameOrigin(request: RequestOrigin, strict: boolean): void {
  if (safe.has(request.method)) return;
  if (request.fetchSite !== undefined) {
    if (request.fetchSite !== 'same-origin' && request.fetchSite !== 'none') throw refused();
    return;
  }
  if (request.origin === undefined) {
    if (strict) throw refused();
    return;
  }
  const host = hostOf(request.origin);
  if (host === null || sameName(host) !== sameName(request.host.replace(/:(80|443)$/, ''))) throw refused();
}
