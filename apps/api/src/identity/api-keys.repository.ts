import { Injectable } from '@nestjs/common';
import type { Scope } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { UserEntity } from './user.entity.js';

export interface NewApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly keyHash: Buffer;
  readonly scopes: Scope[];
  readonly createdBy: string;
  readonly expiresAt: Date | null;
}

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The workspace's keys, the newest first, each with its maker's name. */
  async list(): Promise<{ key: ApiKeyEntity; creatorName: string }[]> {
    const { entities, raw } = await this.keys()
      .createQueryBuilder('key')
      .innerJoin(UserEntity, 'maker', 'maker.id = key.created_by')
      .addSelect('maker.name', 'maker_name')
      .where('key.workspace_id = :workspaceId', { workspaceId: this.unit.workspaceId() })
      .orderBy('key.id', 'DESC')
      .getRawAndEntities<{ maker_name: string }>();
    return entities.map((key, index) => ({ key, creatorName: raw[index]?.maker_name ?? '' }));
  }

  async insert(key: NewApiKey): Promise<void> {
    await this.keys().insert({ workspaceId: this.unit.workspaceId(), ...key });
  }

  async delete(id: string): Promise<boolean> {
    const { affected } = await this.keys().delete({ workspaceId: this.unit.workspaceId(), id });
    return affected === 1;
  }

  async deleteBy(creatorId: string): Promise<void> {
    await this.keys().delete({ workspaceId: this.unit.workspaceId(), createdBy: creatorId });
  }

  private keys() {
    return this.unit.manager.getRepository(ApiKeyEntity);
  }
}
