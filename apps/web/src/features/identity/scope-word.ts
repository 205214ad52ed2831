import type { Scope } from '@afferent/domain';

/** A scope's key among the texts, where a colon would mean another file. */
export const scopeWord = { read: 'read', write: 'write', 'responses:write': 'responsesWrite' } as const satisfies Record<Scope, string>;
