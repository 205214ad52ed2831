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

  async insert(touchpointId: string, { owner, functions }: InfluencePut): Promise<void> {
    const workspaceId = this.unit.workspaceId();
    if (owner !== null) {
      await this.unit.query(
        'insert into touchpoint_owners (workspace_id, touchpoint_id, function_id, user_id) values ($1, $2, $3, $4)',
        [workspaceId, touchpointId, owner.functionId, owner.userId ?? null],
      );
    }
    const rows = functions.map((each, position) => ({ ...each, through: [...new Set(each.through ?? [])], position }));
    await this.unit.query(
      `insert into touchpoint_influences (workspace_id, touchpoint_id, function_id, degree, through, effect, note, position)
       select $1, $2, "functionId", degree, through, effect, note, position
         from jsonb_to_recordset($3::jsonb) as given ("functionId" uuid, degree smallint, through text[], effect text, note text, position integer)`,
      [workspaceId, touchpointId, JSON.stringify(rows)],
    );
  }
}
