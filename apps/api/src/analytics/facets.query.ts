import { Injectable } from '@nestjs/common';
import type { HeatmapMetric, JourneyFacets } from '@afferent/contracts';
import type { Day } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JourneyMapQuery } from './journey-map.query.js';
import { servedBy } from './measure.js';

const ANSWER_METRICS = ['nps', 'csat', 'csi', 'ces', 'emotion'] as const;
const STAFF_METRICS = ['threeP', 'people', 'process', 'product'] as const;

/** More labels than anybody picks from a list: a column of unlike values, taken for a segment, must not make the map wait for it. */
const MOST_LABELS = 500;

/** The first labels that occur, stepping from one to the next in the cube's key instead of reading its cells. */
const labelsOf = (label: 'segment' | 'channel'): string => {
  const other = label === 'segment' ? 'channel' : 'segment';
  const next = (question: string, after: string) => `
    (select c.${label} from rollup_cells c
      where c.workspace_id = $1 and c.question_id = ${question} and c.${other} = '*'${after} order by c.${label} limit 1)`;
  return `
    with recursive found (question_id, label, steps) as (
      select asked.id, ${next('asked.id', '')}, 0 from unnest($2::uuid[]) asked (id)
      union all
      select found.question_id, ${next('found.question_id', ` and c.${label} > found.label`)}, found.steps + 1
        from found where found.label is not null and found.steps < ${MOST_LABELS}
    )
    select label from found where label <> '*'
    union
    select d.${label} from rollup_deltas d where d.workspace_id = $1 and d.question_id = any($2::uuid[]) and d.${label} is not null
    order by label limit ${MOST_LABELS}`;
};

const DAYS = `
  select min(day)::text as "firstDay", max(day)::text as "lastDay" from (
    select edge.day from unnest($2::uuid[]) asked (id) cross join lateral (
      (select c.day from rollup_cells c where c.workspace_id = $1 and c.question_id = asked.id and c.segment = '*' and c.channel = '*' order by c.day limit 1)
      union all
      (select c.day from rollup_cells c where c.workspace_id = $1 and c.question_id = asked.id and c.segment = '*' and c.channel = '*' order by c.day desc limit 1)) edge
    union all
    select d.day from rollup_deltas d where d.workspace_id = $1 and d.question_id = any($2::uuid[])) days`;

/** `GET …/journeys/{journeyId}/facets`: what the overlay's selectors offer. */
@Injectable()
export class FacetsQuery {
  constructor(private readonly unit: UnitOfWork, private readonly maps: JourneyMapQuery) {}

  async run(journeyId: string): Promise<JourneyFacets> {
    const { questions } = await this.maps.asked(journeyId);
    const parameters = [this.unit.workspaceId(), questions.map(({ id }) => id)];
    const labels = async (label: 'segment' | 'channel') =>
      (await this.unit.query<{ label: string }>(labelsOf(label), parameters)).map((row) => row.label).sort((a, b) => a.localeCompare(b));
    const [days] = await this.unit.query<{ firstDay: Day | null; lastDay: Day | null }>(DAYS, parameters);
    const asked = new Set(questions.map(({ metric }) => metric));
    const metrics: HeatmapMetric[] = ANSWER_METRICS.filter((metric) => servedBy(metric).some((served) => asked.has(served)));
    return {
      metrics: (await this.isScored(journeyId)) ? [...metrics, ...STAFF_METRICS] : metrics,
      segments: await labels('segment'),
      channels: await labels('channel'),
      firstDay: days?.firstDay ?? null,
      lastDay: days?.lastDay ?? null,
    };
  }

  private async isScored(journeyId: string): Promise<boolean> {
    const rows = await this.unit.query(
      `select 1 from journey_touchpoints t join touchpoint_scores s on s.workspace_id = t.workspace_id and s.touchpoint_id = t.touchpoint_id
        where t.workspace_id = $1 and t.journey_id = $2 limit 1`,
      [this.unit.workspaceId(), journeyId],
    );
    return rows.length > 0;
  }
}
