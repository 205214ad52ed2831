import { Injectable } from '@nestjs/common';
import { nameKey } from '@afferent/domain';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface FunctionRow {
  readonly id: string;
  readonly name: string;
  readonly userIds: readonly string[];
}

const columns = `f.id, f.name, array(
  select m.user_id from function_members m where m.workspace_id = f.workspace_id and m.function_id = f.id order by m.user_id
) as "userIds"`;

@Injectable()
export class FunctionsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  list(): Promise<FunctionRow[]> {
    return this.unit.query<FunctionRow>(`select ${columns} from functions f where f.workspace_id = $1 order by f.name_key, f.id`, [this.unit.workspaceId()]);
  }

  async find(id: string): Promise<FunctionRow | undefined> {
    const [row] = await this.unit.query<FunctionRow>(`select ${columns} from functions f where f.workspace_id = $1 and f.id = $2`, [this.unit.workspaceId(), id]);
    return row;
  }

  /** The new function's id; undefined when the name is taken. */
  async insert(name: string): Promise<string | undefined> {
    const [row] = await this.unit.query<{ id: string }>(
      `insert into functions (workspace_id, id, name, name_key) values ($1, $2, $3, $4)
       on conflict on constraint functions_name_key_key do nothing returning id`,
      [this.unit.workspaceId(), newId(), name, nameKey(name)],
    );
    return row?.id;
  }

  async rename(id: string, name: string): Promise<boolean> {
    const rows = await this.unit.query(
      'update functions set name = $3, name_key = $4 where workspace_id = $1 and id = $2 returning id',
      [this.unit.workspaceId(), id, name, nameKey(name)],
    );
    return rows.length > 0;
  }

  async remove(id: string): Promise<boolean> {
    const rows = await this.unit.query('delete from functions where workspace_id = $1 and id = $2 returning id', [this.unit.workspaceId(), id]);
    return rows.length > 0;
  }

  /** Locks the function, so that two replacements of its members follow each other. */
  async lock(id: string): Promise<boolean> {
    const rows = await this.unit.query('select id from functions where workspace_id = $1 and id = $2 for no key update', [this.unit.workspaceId(), id]);
    return rows.length > 0;
  }

  async replaceMembers(id: string, userIds: readonly string[]): Promise<void> {
    const workspaceId = this.unit.workspaceId();
    await this.unit.query('delete from function_members where workspace_id = $1 and function_id = $2 and not user_id = any($3::uuid[])', [workspaceId, id, userIds]);
    await this.unit.query(
      `insert into function_members (workspace_id, function_id, user_id)
       select $1, $2, user_id from unnest($3::uuid[]) as given (user_id) order by user_id
       on conflict on constraint function_members_pkey do nothing`,
      [workspaceId, id, userIds],
    );
  }
}
