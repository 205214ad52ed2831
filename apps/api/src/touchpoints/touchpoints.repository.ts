import { Injectable } from '@nestjs/common';
import type { NamedOwner, P, Targets, TouchpointCreate, TouchpointPatch } from '@afferent/contracts';
import { nameKey } from '@afferent/domain';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface TouchpointRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly channel: string | null;
  readonly leadingP: P | null;
  readonly importance: number | null;
  readonly contactsPerMonth: number | null;
  readonly targets: Targets;
  readonly momentOfTruth: boolean;
  readonly owner: NamedOwner | null;
  readonly journeyIds: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a list asks for: the page after a place, names with a part in them. */
export interface TouchpointsPage {
  readonly after: readonly string[] | null;
  readonly limit: number;
  readonly search: string | undefined;
}

/** A touchpoint as an outline or an import names it. */
export interface NamedTouchpoint {
  readonly name: string;
  readonly channel?: string | null | undefined;
  readonly leadingP?: P | null | undefined;
}

const columns = `t.id, t.name, t.name_key as "nameKey", t.channel, t.leading_p as "leadingP", t.importance, t.contacts_per_month as "contactsPerMonth",
  t.targets, t.moment_of_truth as "momentOfTruth", t.version, t.created_at as "createdAt", t.updated_at as "updatedAt",
  (select jsonb_build_object('functionId', f.id, 'functionName', f.name, 'userId', o.user_id, 'userName', u.name)
     from touchpoint_owners o
     join functions f on f.workspace_id = o.workspace_id and f.id = o.function_id
     left join users u on u.id = o.user_id
    where o.workspace_id = t.workspace_id and o.touchpoint_id = t.id) as owner,
  array(select j.journey_id from journey_touchpoints j where j.workspace_id = t.workspace_id and j.touchpoint_id = t.id order by j.journey_id) as "journeyIds"`;

const columnOf = {
  name: 'name', channel: 'channel', leadingP: 'leading_p', importance: 'importance', contactsPerMonth: 'contacts_per_month',
  targets: 'targets', momentOfTruth: 'moment_of_truth',
} as const satisfies Record<keyof TouchpointPatch, string>;

const stored = (value: unknown): unknown => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

@Injectable()
export class TouchpointsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  list({ after, limit, search }: TouchpointsPage): Promise<TouchpointRow[]> {
    const [key = null, id = null] = after ?? [];
    return this.unit.query<TouchpointRow>(
      `select ${columns} from touchpoints t
        where t.workspace_id = $1 and ($2::text is null or (t.name_key, t.id) > ($2::text, $3::uuid)) and ($4::text is null or position($4 in t.name_key) > 0)
        order by t.name_key, t.id limit $5`,
      [this.unit.workspaceId(), key, id, search === undefined ? null : nameKey(search), limit],
    );
  }

  byIds(ids: readonly string[]): Promise<TouchpointRow[]> {
    return this.unit.query<TouchpointRow>(`select ${columns} from touchpoints t where t.workspace_id = $1 and t.id = any($2::uuid[])`, [this.unit.workspaceId(), ids]);
  }

  /** Those of the ids that the catalogue has, held so that they cannot be deleted before the transaction ends. */
  async held(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.unit.query<{ id: string }>(
      'select id from touchpoints where workspace_id = $1 and id = any($2::uuid[]) order by id for key share',
      [this.unit.workspaceId(), ids],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The new touchpoint's id; undefined when the name is taken. */
  async insert(body: TouchpointCreate): Promise<string | undefined> {
    const [row] = await this.unit.query<{ id: string }>(
      `insert into touchpoints (workspace_id, id, name, name_key, channel, leading_p, importance, contacts_per_month, targets, moment_of_truth)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict on constraint touchpoints_name_key_key do nothing returning id`,
      [
        this.unit.workspaceId(), newId(), body.name, nameKey(body.name), body.channel ?? null, body.leadingP ?? null, body.importance ?? null,
        body.contactsPerMonth ?? null, stored(body.targets ?? {}), body.momentOfTruth ?? false,
      ],
    );
    return row?.id;
  }

  /** Makes those whose name is new; ids by name key, of both. Two that meet wait for each other in the order of names. */
  async ensure(touchpoints: readonly NamedTouchpoint[]): Promise<Map<string, string>> {
    const byKey = new Map<string, NamedTouchpoint>();
    for (const touchpoint of touchpoints) if (!byKey.has(nameKey(touchpoint.name))) byKey.set(nameKey(touchpoint.name), touchpoint);
    if (byKey.size === 0) return new Map();
    const given = [...byKey].map(([key, { name, channel, leadingP }]) => ({ id: newId(), name: name.trim(), key, channel, leading_p: leadingP }));
    await this.unit.query(
      `insert into touchpoints (workspace_id, id, name, name_key, channel, leading_p)
       select $1, id, name, key, channel, leading_p from jsonb_to_recordset($2::jsonb) as given (id uuid, name text, key text, channel text, leading_p text)
        order by key
       on conflict on constraint touchpoints_name_key_key do nothing`,
      [this.unit.workspaceId(), JSON.stringify(given)],
    );
    const rows = await this.unit.query<{ id: string; key: string }>(
      'select id, name_key as key from touchpoints where workspace_id = $1 and name_key = any($2::text[]) order by id for key share',
      [this.unit.workspaceId(), [...byKey.keys()]],
    );
    return new Map(rows.map(({ id, key }) => [key, id]));
  }

  /** Changes the given fields of that version; false when there is no such version any more. */
  async update(id: string, version: number, patch: TouchpointPatch): Promise<boolean> {
    const fields = (Object.keys(columnOf) as (keyof TouchpointPatch)[]).filter((field) => patch[field] !== undefined);
    const values: unknown[] = fields.map((field) => stored(patch[field]));
    const assignments = fields.map((field, index) => `${columnOf[field]} = $${index + 4}`);
    if (patch.name !== undefined) assignments.push(`name_key = $${values.push(nameKey(patch.name)) + 3}`);
    const rows = await this.unit.query(
      `update touchpoints set ${[...assignments, 'version = version + 1', 'updated_at = now()'].join(', ')}
        where workspace_id = $1 and id = $2 and version = $3 returning id`,
      [this.unit.workspaceId(), id, version, ...values],
    );
    return rows.length > 0;
  }

  async remove(id: string): Promise<boolean> {
    const rows = await this.unit.query('delete from touchpoints where workspace_id = $1 and id = $2 returning id', [this.unit.workspaceId(), id]);
    return rows.length > 0;
  }
}
