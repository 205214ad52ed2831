import { Injectable } from '@nestjs/common';
import type { P, ScoreCreate } from '@afferent/contracts';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ScoreRow {
  readonly id: string;
  readonly touchpointId: string;
  readonly people: number | null;
  readonly process: number | null;
  readonly product: number | null;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly scoredAt: Date;
  /** The time as the database writes it, microseconds included. */
  readonly scoredAtText: string;
  readonly authorId: string;
  readonly authorName: string;
}

/** The latest rubric levels of one P of a touchpoint, one per author. */
export interface LevelsRow {
  readonly touchpointId: string;
  readonly p: P;
  readonly levels: readonly number[];
}

const columns = `s.id, s.touchpoint_id as "touchpointId", s.people, s.process, s.product, s.note, s.evidence, s.scored_at as "scoredAt",
  s.scored_at::text as "scoredAtText", s.author_id as "authorId", u.name as "authorName"`;

@Injectable()
export class ScoresRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async insert(touchpointId: string, authorId: string, body: ScoreCreate, scoredAt: Date): Promise<ScoreRow | undefined> {
    const workspaceId = this.unit.workspaceId();
    const id = newId();
    await this.unit.query(
      `insert into touchpoint_scores (workspace_id, id, touchpoint_id, author_id, people, process, product, note, evidence, scored_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        workspaceId, id, touchpointId, authorId, body.people ?? null, body.process ?? null, body.product ?? null,
        body.note ?? null, body.evidence ?? null, scoredAt,
      ],
    );
    const [row] = await this.unit.query<ScoreRow>(
      `select ${columns} from touchpoint_scores s join users u on u.id = s.author_id where s.workspace_id = $1 and s.id = $2`,
      [workspaceId, id],
    );
    return row;
  }

  list(touchpointId: string, after: readonly string[] | null, limit: number): Promise<ScoreRow[]> {
    const [scoredAt = null, id = null] = after ?? [];
    return this.unit.query<ScoreRow>(
      `select ${columns} from touchpoint_scores s join users u on u.id = s.author_id
        where s.workspace_id = $1 and s.touchpoint_id = $2 and ($3::text is null or (s.scored_at, s.id) < ($3::text::timestamptz, $4::uuid))
        order by s.scored_at desc, s.id desc limit $5`,
      [this.unit.workspaceId(), touchpointId, scoredAt, id, limit],
    );
  }

  /** Of each author and P the latest level. */
  currentLevels(touchpointIds: readonly string[]): Promise<LevelsRow[]> {
    return this.unit.query<LevelsRow>(
      `select "touchpointId", p, array_agg(level order by author_id) as levels from (
         select distinct on (s.touchpoint_id, s.author_id, each.p) s.touchpoint_id as "touchpointId", s.author_id, each.p, each.level
           from touchpoint_scores s
          cross join lateral (values ('people', s.people), ('process', s.process), ('product', s.product)) as each (p, level)
          where s.workspace_id = $1 and s.touchpoint_id = any($2::uuid[]) and each.level is not null
          order by s.touchpoint_id, s.author_id, each.p, s.scored_at desc, s.id desc
       ) as latest group by "touchpointId", p`,
      [this.unit.workspaceId(), touchpointIds],
    );
  }
}
