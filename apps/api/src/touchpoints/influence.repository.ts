import { Injectable } from '@nestjs/common';
import type { Effect, InfluencePut, P } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface OwnerRow {
  readonly touchpointId: string;
  readonly functionId: string;
  readonly userId: string | null;
}

export interface InfluenceRow {
  readonly touchpointId: string;
  readonly functionId: string;
  readonly degree: number;
  readonly through: readonly P[];
  readonly effect: Effect | null;
  readonly note: string | null;
}

@Injectable()
export class InfluenceRepository {
  constructor(private readonly unit: UnitOfWork) {}

  owners(touchpointIds: readonly string[]): Promise<OwnerRow[]> {
    return this.unit.query<OwnerRow>(
      `select touchpoint_id as "touchpointId", function_id as "functionId", user_id as "userId" from touchpoint_owners
        where workspace_id = $1 and touchpoint_id = any($2::uuid[])`,
      [this.unit.workspaceId(), touchpointIds],
    );
  }

  influences(touchpointIds: readonly string[]): Promise<InfluenceRow[]> {
    return this.unit.query<InfluenceRow>(
      `select touchpoint_id as "touchpointId", function_id as "functionId", degree, through, effect, note from touchpoint_influences
        where workspace_id = $1 and touchpoint_id = any($2::uuid[]) order by touchpoint_id, position`,
      [this.unit.workspaceId(), touchpointIds],
    );
  }

  /** Locks the touchpoint, so that two replacements follow each other; false when there is none. */
  async lock(touchpointId: string): Promise<boolean> {
    const rows = await this.unit.query('select id from touchpoints where workspace_id = $1 and id = $2 for no key update', [this.unit.workspaceId(), touchpointId]);
    return rows.length > 0;
  }

  async clear(touchpointId: string): Promise<void> {
    for (const table of ['touchpoint_owners', 'touchpoint_influences']) {
      await this.unit.query(`delete from ${table} where workspace_id = $1 and touchpoint_id = $2`, [this.unit.workspaceId(), touchpointId]);
    }
  }

  /**
   * Makes the touchpoint's owner and influences those of the body. What stays is changed in its place and what goes goes last: so
   * nothing here waits for a function or person that another transaction deletes while that one waits for these rows.
   */
  async replace(touchpointId: string, { owner, functions }: InfluencePut): Promise<void> {
    const key = [this.unit.workspaceId(), touchpointId];
    if (owner !== null) {
      await this.unit.query(
        `insert into touchpoint_owners (workspace_id, touchpoint_id, function_id, user_id) values ($1, $2, $3, $4)
         on conflict on constraint touchpoint_owners_pkey do update set function_id = excluded.function_id, user_id = excluded.user_id`,
        [...key, owner.functionId, owner.userId ?? null],
      );
    }
    const rows = functions.map((each, position) => ({ ...each, through: [...new Set(each.through ?? [])], position }));
    await this.unit.query(
      `insert into touchpoint_influences (workspace_id, touchpoint_id, function_id, degree, through, effect, note, position)
       select $1, $2, "functionId", degree, through, effect, note, position
         from jsonb_to_recordset($3::jsonb) as given ("functionId" uuid, degree smallint, through text[], effect text, note text, position integer)
       on conflict on constraint touchpoint_influences_pkey do update set
         degree = excluded.degree, through = excluded.through, effect = excluded.effect, note = excluded.note, position = excluded.position`,
      [...key, JSON.stringify(rows)],
    );
    if (owner === null) await this.unit.query('delete from touchpoint_owners where workspace_id = $1 and touchpoint_id = $2', key);
    await this.unit.query(
      'delete from touchpoint_influences where workspace_id = $1 and touchpoint_id = $2 and not function_id = any($3::uuid[])',
      [...key, functions.map(({ functionId }) => functionId)],
    );
  }
}
