import { Injectable } from '@nestjs/common';
import type { Role, Scope } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Authenticator, type Identity } from '../platform/http/authenticator.js';
import { hashOf } from './secret.js';

interface SessionRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly last_seen_at: Date;
  readonly role: Role | null;
}

interface KeyRow {
  readonly key_id: string;
  readonly user_id: string;
  readonly workspace_id: string;
  readonly scopes: Scope[];
  readonly last_used_at: Date | null;
  readonly role: Role;
}

const SESSION_NOTED_MS = 5 * 60_000;
const KEY_NOTED_MS = 60_000;
const olderThan = (at: Date | null, ms: number): boolean => at === null || Date.now() - at.getTime() > ms;

/** One look-up a request; "last seen" is written only now and then. */
@Injectable()
export class IdentityAuthenticator extends Authenticator {
  constructor(private readonly unit: UnitOfWork) {
    super();
  }

  async bySession(token: string, workspaceId: string | null): Promise<Identity | null> {
    const [row] = await this.unit.read<SessionRow>('select * from identity_by_session($1, $2)', [hashOf(token), workspaceId]);
    if (row === undefined) return null;
    if (olderThan(row.last_seen_at, SESSION_NOTED_MS)) {
      await this.unit.runSystem(() => this.unit.query('update sessions set last_seen_at = now() where id = $1', [row.session_id]), { readOnly: false });
    }
    return { userId: row.user_id, sessionId: row.session_id, keyId: null, keyWorkspaceId: null, scopes: [], role: row.role };
  }

  async byKey(key: string): Promise<Identity | null> {
    const [row] = await this.unit.read<KeyRow>('select * from identity_by_key($1)', [hashOf(key)]);
    if (row === undefined) return null;
    if (olderThan(row.last_used_at, KEY_NOTED_MS)) {
      const noted = 'update api_keys set last_used_at = now() where workspace_id = $1 and id = $2';
      await this.unit.run({ workspaceId: row.workspace_id }, () => this.unit.query(noted, [row.workspace_id, row.key_id]), { readOnly: false });
    }
    return { userId: row.user_id, sessionId: null, keyId: row.key_id, keyWorkspaceId: row.workspace_id, scopes: row.scopes, role: row.role };
  }
}
