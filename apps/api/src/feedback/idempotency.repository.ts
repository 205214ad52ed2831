import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem, unprocessable } from '../platform/http/problem.js';

const keyShape = /^[\x21-\x7e][\x20-\x7e]{0,253}[\x21-\x7e]$|^[\x21-\x7e]$/;

/** A request that must not take effect twice: who sent it, where, under which key, and the print of its body. */
export interface OnceRequest {
  readonly principal: string;
  readonly route: string;
  readonly key: string;
  readonly print: Buffer;
}

export function onceRequest(actor: Actor, route: string, key: string | undefined, body: unknown): OnceRequest {
  if (key === undefined || key === '') throw new Problem(400, 'idempotency_key_required', 'Send an Idempotency-Key header, so that a repeated request is not counted twice');
  if (!keyShape.test(key)) throw new Problem(400, 'bad_idempotency_key', 'An Idempotency-Key has 1 to 255 printable ASCII characters');
  return {
    principal: actor.keyId === null ? `user ${actor.userId}` : `key ${actor.keyId}`,
    route,
    key,
    print: createHash('sha256').update(JSON.stringify(body)).digest(),
  };
}

/** Answers given under a key, stored in the same transaction as their effect. */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The stored answer of the same request, or undefined when it is new; holds the key until the unit ends. */
  async begin({ principal, route, key, print }: OnceRequest): Promise<unknown> {
    const workspaceId = this.unit.workspaceId();
    const [lock] = await this.unit.query<{ got: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended(concat_ws(chr(10), 'once', $1::text, $2::text, $3::text, $4::text), 0)) as got`,
      [workspaceId, principal, route, key],
    );
    if (lock?.got !== true) throw new Problem(409, 'request_in_flight', 'The same Idempotency-Key is being worked on', { retryAfterSeconds: 1 });
    const [known] = await this.unit.query<{ print: Buffer; body: string }>(
      'select request_hash as print, body from idempotency_keys where workspace_id = $1 and principal = $2 and route = $3 and key = $4',
      [workspaceId, principal, route, key],
    );
    if (known === undefined) return undefined;
    if (!known.print.equals(print)) throw unprocessable('idempotency_key_reused', 'This Idempotency-Key was used for another body');
    return JSON.parse(known.body) as unknown;
  }

  async finish({ principal, route, key, print }: OnceRequest, status: number, body: unknown): Promise<void> {
    await this.unit.query(
      'insert into idempotency_keys (workspace_id, principal, route, key, request_hash, status, body) values ($1, $2, $3, $4, $5, $6, $7)',
      [this.unit.workspaceId(), principal, route, key, print, status, JSON.stringify(body)],
    );
  }

  /** Forgets answers older than three days, a few at a time. */
  async forget(): Promise<void> {
    await this.unit.query(
      `delete from idempotency_keys where workspace_id = $1 and (principal, route, key) in (
         select principal, route, key from idempotency_keys where workspace_id = $1 and created_at < now() - interval '72 hours' order by created_at limit 100 for update skip locked)`,
      [this.unit.workspaceId()],
    );
  }
}
