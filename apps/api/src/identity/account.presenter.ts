import type { Locale, User } from '@afferent/contracts';
import type { SessionEntity } from './session.entity.js';

export const presentUser = (user: { id: string; email: string; name: string; locale: Locale }): User => ({
  id: user.id,
  email: user.email,
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
