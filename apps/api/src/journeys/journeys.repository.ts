import { Injectable } from '@nestjs/common';
import type { JourneyDocument, TouchpointPlace } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface JourneyRow {
  readonly id: string;
  readonly seq: number;
  readonly document: JourneyDocument;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface JourneySummaryRow {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly state: JourneyDocument['state'];
  readonly persona: string | null;
  readonly owner: string | null;
  readonly stages: JourneyDocument['stages'];
  readonly touchpointCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const columns = 'id, seq, document, created_at as "createdAt", updated_at as "updatedAt"';

@Injectable()
export class JourneysRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The newest first. */
  list(before: string | null, limit: number): Promise<JourneySummaryRow[]> {
    return this.unit.query<JourneySummaryRow>(
      `select j.id, j.seq, j.name, j.state, j.document ->> 'persona' as persona, j.document ->> 'owner' as owner, j.document -> 'stages' as stages,
              (select count(*)::int from journey_touchpoints t where t.workspace_id = j.workspace_id and t.journey_id = j.id) as "touchpointCount",
              j.created_at as "createdAt", j.updated_at as "updatedAt"
         from journeys j where j.workspace_id = $1 and ($2::uuid is null or j.id < $2) order by j.id desc limit $3`,
      [this.unit.workspaceId(), before, limit],
    );
  }

  async find(id: string): Promise<JourneyRow | undefined> {
    const [row] = await this.unit.query<JourneyRow>(`select ${columns} from journeys where workspace_id = $1 and id = $2`, [this.unit.workspaceId(), id]);
    return row;
  }

  /** The journey, held until the transaction ends: writers of one map follow each other. */
  async lock(id: string): Promise<JourneyRow | undefined> {
    const [row] = await this.unit.query<JourneyRow>(`select ${columns} from journeys where workspace_id = $1 and id = $2 for update`, [this.unit.workspaceId(), id]);
    return row;
  }

  async insert(id: string, document: JourneyDocument, createdBy: string): Promise<void> {
    await this.unit.query(
      'insert into journeys (workspace_id, id, document, initial_document, created_by) values ($1, $2, $3, $3, $4)',
      [this.unit.workspaceId(), id, JSON.stringify(document), createdBy],
    );
  }

  async save(id: string, seq: number, document: JourneyDocument): Promise<void> {
    await this.unit.query(
      'update journeys set seq = $3, document = $4, updated_at = now() where workspace_id = $1 and id = $2',
      [this.unit.workspaceId(), id, seq, JSON.stringify(document)],
    );
  }

  /**
   * Writes down which touchpoints are on the map, in map order. Those that stay are changed in their place: a touchpoint that
   * another transaction is about to delete is not waited for while that one waits for its place here.
   */
  async replacePlaces(id: string, places: readonly TouchpointPlace[]): Promise<void> {
    const key = [this.unit.workspaceId(), id];
    const touchpointIds = places.map((place) => place.touchpointId);
    await this.unit.query(
      `insert into journey_touchpoints as old (workspace_id, journey_id, touchpoint_id, stage_id, card_id, position)
       select $1, $2, touchpoint_id, stage_id, card_id, position - 1
         from unnest($3::uuid[], $4::uuid[], $5::uuid[]) with ordinality as given (touchpoint_id, stage_id, card_id, position)
       on conflict on constraint journey_touchpoints_pkey do update set stage_id = excluded.stage_id, card_id = excluded.card_id, position = excluded.position
        where (old.stage_id, old.card_id, old.position) is distinct from (excluded.stage_id, excluded.card_id, excluded.position)`,
      [...key, touchpointIds, places.map((place) => place.stageId), places.map((place) => place.cardId)],
    );
    await this.unit.query('delete from journey_touchpoints where workspace_id = $1 and journey_id = $2 and not touchpoint_id = any($3::uuid[])', [...key, touchpointIds]);
  }

  async remove(id: string): Promise<boolean> {
    const rows = await this.unit.query('delete from journeys where workspace_id = $1 and id = $2 returning id', [this.unit.workspaceId(), id]);
    return rows.length > 0;
  }
}
