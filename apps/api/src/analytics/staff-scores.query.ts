import { Injectable } from '@nestjs/common';
import type { AuthorScores, Day } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

interface AuthorRow extends AuthorScores {
  readonly touchpointId: string;
}

const latest = (p: 'people' | 'process' | 'product'): string =>
  `(array_agg(s.${p} order by s.scored_at desc, s.id desc) filter (where s.${p} is not null))[1] as ${p}`;

/** The staff's current scores: the latest of each author and P (A12). */
@Injectable()
export class StaffScoresQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** One entry per author who scored the touchpoint until the end of `asOf` (a local day), or until now. */
  async latest(touchpointIds: readonly string[], asOf: Day | null): Promise<ReadonlyMap<string, readonly AuthorScores[]>> {
    const rows = await this.unit.query<AuthorRow>(
      `select s.touchpoint_id as "touchpointId", ${latest('people')}, ${latest('process')}, ${latest('product')}
         from touchpoint_scores s
         join workspaces w on w.id = s.workspace_id
        where s.workspace_id = $1 and s.touchpoint_id = any($2::uuid[])
          and ($3::date is null or s.scored_at < ($3::date + 1)::timestamp at time zone w.timezone)
        group by s.touchpoint_id, s.author_id`,
      [this.unit.workspaceId(), touchpointIds, asOf],
    );
    const scores = new Map<string, AuthorScores[]>();
    for (const { touchpointId, ...author } of rows) scores.set(touchpointId, [...(scores.get(touchpointId) ?? []), author]);
    return scores;
  }
}
