import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What happens to all accounts of a workspace at once; works in the open unit. */
@Injectable()
export class ArrangedAccountsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async deleteMembers(): Promise<void> {
    for (const table of ['api_keys', 'invitations', 'members']) await this.unit.query(`delete from ${table} where workspace_id = $1`, [this.unit.workspaceId()]);
  }

  async deleteUsers(ids: readonly string[]): Promise<void> {
    await this.unit.query('delete from users where id = any($1::uuid[])', [ids]);
  }
}
