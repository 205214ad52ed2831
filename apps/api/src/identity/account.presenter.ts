import { domainToASCII, domainToUnicode } from 'node:url';
import type { Locale, User } from '@afferent/contracts';
import type { SessionEntity } from './session.entity.js';

/** An address as people write it: an international domain in its own letters, where they stand for no other domain. */
export function presentEmail(email: string): string {
  const at = email.lastIndexOf('@') + 1;
  const domain = email.slice(at);
  const readable = domainToUnicode(domain);
  return readable !== '' && domainToASCII(readable) === domain ? `${email.slice(0, at)}${readable}` : email;
}

export const presentUser = (user: { id: string; email: string; name: string; locale: Locale }): User => ({
  id: user.id,
  email: presentEmail(user.email),
  name: user.name,
  locale: user.locale,
});

export const presentSession = (session: SessionEntity, currentId: string) => ({
  id: session.id,
  userAgent: session.userAgent,
  createdAt: session.createdAt.toISOString(),
  lastSeenAt: session.lastSeenAt.toISOString(),
  expiresAt: session.expiresAt.toISOString(),
  current: session.id === currentId,
});
