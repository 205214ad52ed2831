import { Injectable } from '@nestjs/common';
import { lastOfMonth, laterOf, type Day } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** A period as asked for or found; null ends where there is nothing to date. */
export interface AskedPeriod {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** How many months with answers a report covers when no period is asked for. */
const MONTHS = 12;

const unfiltered = `c.workspace_id = $1 and c.segment = '*' and c.channel = '*'`;
const unmerged = 'd.workspace_id = $1 and d.b0 + d.b1 + d.b2 + d.b3 + d.b4 + d.b5 + d.b6 + d.b7 + d.b8 + d.b9 + d.b10 > 0';
const waiting = `${unmerged} and d.question_id = any($2::uuid[])`;

/** Latest day (of months: first day) with answers before a date over all questions: one index probe per question instead of a scan. */
const latestBefore = (date: string, table: 'rollup_cells' | 'rollup_months'): string => `greatest(
  (select max(latest.day) from unnest($2::uuid[]) asked (id) cross join lateral (
     select c.day from ${table} c where ${unfiltered} and c.question_id = asked.id and c.day < ${date} order by c.day desc limit 1) latest),
  (select max(d.day) from rollup_deltas d where ${waiting} and d.day < ${date}))`;

/** Whether any question has answers in the month before a month: ends at the first hit, so that dense data costs one probe a month. */
const inMonthBefore = (month: string): string => `exists (
  select from unnest($2::uuid[]) asked (id) cross join lateral (
    select from rollup_months c where ${unfiltered} and c.question_id = asked.id and c.day = (${month} - interval '1 month')::date limit 1) hit)`;

/** First days of the months with answers, the latest first; months without answers are jumped over. A last day ($3) may cut its month, so days are read there. */
const answeredMonths = (latest: string): string => `
  with recursive answered (month) as (
    select date_trunc('month', ${latest}::timestamp)::date
    union all
    select case when ${inMonthBefore('answered.month')} then (answered.month - interval '1 month')::date
                else date_trunc('month', ${latestBefore('answered.month', 'rollup_months')}::timestamp)::date end
      from answered where answered.month is not null
  )
  select month::text from answered where month is not null limit ${MONTHS}`;
const ANSWERED_MONTHS = answeredMonths(latestBefore(`date 'infinity'`, 'rollup_months'));
const ANSWERED_MONTHS_UNTIL = answeredMonths(latestBefore('$3::date + 1', 'rollup_cells'));

/** What is not merged is read once: it has no key by question, and a search in it for each question of a workspace would take seconds. */
const LATEST_JOURNEY = `
  with waiting as materialized (select d.question_id, max(d.day) as day from rollup_deltas d where ${unmerged} group by d.question_id)
  select j.id from journeys j
    left join lateral (
      select max(greatest(merged.day, waiting.day)) as day from (
        select q.id from journey_touchpoints t join questions q on q.workspace_id = t.workspace_id and q.touchpoint_id = t.touchpoint_id
         where t.workspace_id = j.workspace_id and t.journey_id = j.id
        union all
        select q.id from surveys s join questions q on q.workspace_id = s.workspace_id and q.survey_id = s.id
         where s.workspace_id = j.workspace_id and s.journey_id = j.id and q.touchpoint_id is null) asked
       left join lateral (select c.day from rollup_cells c where ${unfiltered} and c.question_id = asked.id order by c.day desc limit 1) merged on true
       left join waiting on waiting.question_id = asked.id) answered on true
   where j.workspace_id = $1
   order by answered.day desc nulls last, j.state, j.updated_at desc, j.id
   limit 1`;

/** The period a report covers: what was asked for, completed by the last 12 months that have answers. */
@Injectable()
export class PeriodsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async resolve(questionIds: readonly string[], { from, to }: AskedPeriod): Promise<AskedPeriod> {
    if (from != null && to != null) return { from, to };
    const months = await this.answeredMonths(questionIds, to);
    const latest = months[0];
    const earliest = months.at(-1);
    if (latest == null || earliest == null) return { from, to };
    return from == null ? { from: earliest, to: to ?? lastOfMonth(latest) } : { from, to: laterOf(from, lastOfMonth(latest)) };
  }

  /** The journey whose questions were answered last; null where the workspace has none. */
  async latestJourney(): Promise<string | null> {
    const [row] = await this.unit.query<{ id: string }>(LATEST_JOURNEY, [this.unit.workspaceId()]);
    return row?.id ?? null;
  }

  private async answeredMonths(questionIds: readonly string[], to: Day | null): Promise<Day[]> {
    if (questionIds.length === 0) return [];
    const asked = [this.unit.workspaceId(), questionIds];
    const rows = await (to == null
      ? this.unit.query<{ month: Day }>(ANSWERED_MONTHS, asked)
      : this.unit.query<{ month: Day }>(ANSWERED_MONTHS_UNTIL, [...asked, to]));
    return rows.map(({ month }) => month);
  }
}
