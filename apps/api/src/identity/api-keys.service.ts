import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ApiKey, ApiKeyCreate, ApiKeyCreated } from '@afferent/contracts';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound, unprocessable } from '../platform/http/problem.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { hashOf, newSecret } from './secret.js';
import { presentApiKey } from './workspace.presenter.js';

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly keys: ApiKeysRepository,
  ) {}

  list(actor: Actor): Promise<ApiKey[]> {
    return this.unit.run(actor, async () => (await this.keys.list()).map(({ key, creatorName }) => presentApiKey(key, creatorName)));
  }

  /** The key is answered this once; its prefix stays readable so that people can tell keys apart. */
  async create(actor: Actor, { name, scopes, expiresAt }: ApiKeyCreate): Promise<ApiKeyCreated> {
    const expires = expiresAt === undefined ? null : new Date(expiresAt);
    if (expires !== null && expires.getTime() <= Date.now()) {
      throw unprocessable('expires_in_past', 'A key must expire in the future', [{ path: 'expiresAt', code: 'in_past', message: 'must be in the future' }]);
    }
    const id = newId();
    const prefix = `aff_${randomBytes(4).toString('hex')}`;
    const key = `${prefix}_${newSecret()}`;
    await this.unit.run(actor, () =>
      this.keys.insert({ id, name, prefix, keyHash: hashOf(key), scopes: [...new Set(scopes)], createdBy: actor.userId, expiresAt: expires }),
    );
    return { id, key };
  }

  revoke(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, async () => {
      if (!(await this.keys.delete(id))) throw notFound();
    });
  }
}
