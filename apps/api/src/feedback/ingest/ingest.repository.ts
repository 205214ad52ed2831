import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { countedFigures, figureColumns, uncountedFigures } from '../rollups/rollup-sql.js';
import type { Batch } from './batch.js';

/** Ids of one statement's rows: the application's UUIDv7 with its last 24 bits counted up by the database. */
const idOf = (base: string, number: string): string => `(left(${base}::text, 30) || lpad(to_hex(${number}), 6, '0'))::uuid`;
const figures = figureColumns.join(', ');
const column = (bytes: string, type: string): string => `convert_from(${bytes}::bytea, 'UTF8')::${type}[]`;

const deltasOf = (changed: string, counted: string, base: string): string => `
  insert into rollup_deltas (workspace_id, id, question_id, segment, channel, day, ${figures})
  select $1::uuid, ${idOf(base, 'row_number() over (order by a.question_id, a.segment, a.channel, a.day)')}, a.question_id, a.segment, a.channel, a.day, ${counted}
    from ${changed} a join questions q on q.workspace_id = $1 and q.id = a.question_id
   group by a.question_id, a.segment, a.channel, a.day
   order by a.question_id, a.segment, a.channel, a.day`;

/** Stores and deletes responses with their answers, and appends what that changes in the roll-ups, in one statement each. */
@Injectable()
export class IngestRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /**
   * Stores a batch and answers how many of its rows were new. A known external id is left as it was stored first.
   * `questionIds` are in the order the batch counts them; null where it has no answers.
   */
  async store(surveyId: string, questionIds: readonly (string | null)[], batch: Batch): Promise<number> {
    if (batch.rows === 0) return 0;
    const rows = await this.unit.query<{ accepted: number }>(
      `with given as materialized (
         select ${idOf('$3', 'n')} as id, g.*
           from unnest(${column('$4', 'text')}, ${column('$5', 'timestamptz')}, ${column('$6', 'timestamptz')}, ${column('$7', 'date')}, ${column('$8', 'text')}, ${column('$9', 'text')},
                       ${column('$10', 'numeric')}, ${column('$11', 'jsonb')}, ${column('$12', 'text')}, ${column('$13', 'text')})
             with ordinality as g(external_id, answered_at, experienced_at, day, segment, channel, weight, attributes, comment, customer_ref, n)
       ), stored as (
         insert into responses (workspace_id, id, survey_id, external_id, answered_at, experienced_at, day, segment, channel, weight, attributes, comment, customer_ref)
         select $1::uuid, id, $2::uuid, external_id, answered_at, experienced_at, day, segment, channel, weight, attributes, comment, customer_ref
           from given order by external_id, n
         on conflict on constraint responses_external_id_key do nothing
         returning id
       ), answered as (
         insert into answers (workspace_id, id, answered_at, response_id, question_id, day, segment, channel, score, weight)
         select $1::uuid, ${idOf('$17', 'a.n')}, g.answered_at, g.id, ($18::uuid[])[a.question], g.day, g.segment, g.channel, a.score, g.weight
           from unnest(${column('$14', 'int')}, ${column('$15', 'int')}, ${column('$16', 'smallint')}) with ordinality as a(of_row, question, score, n)
           join given g on g.n = a.of_row
           join stored s on s.id = g.id
         returning question_id, day, segment, channel, score, weight
       ), changed as (${deltasOf('answered', countedFigures, '$19')})
       select count(*)::int as accepted from stored`,
      [this.unit.workspaceId(), surveyId, newId(), ...batch.columns, newId(), questionIds, newId()],
    );
    return rows[0]?.accepted ?? 0;
  }

  /** How many of these external ids, each given once, the survey has already; `ids` is the text of a Postgres array. */
  async known(surveyId: string, ids: Buffer): Promise<number> {
    const [row] = await this.unit.query<{ known: number }>(
      `select count(*)::int as known from responses where workspace_id = $1 and survey_id = $2 and external_id = any(${column('$3', 'text')})`,
      [this.unit.workspaceId(), surveyId, ids],
    );
    return row?.known ?? 0;
  }

  /** Deletes a response and its answers; false when it is not there. */
  async remove(responseId: string): Promise<boolean> {
    const workspaceId = this.unit.workspaceId();
    const [gone] = await this.unit.query<{ answeredAt: string }>(
      'delete from responses where workspace_id = $1 and id = $2 returning answered_at::text as "answeredAt"',
      [workspaceId, responseId],
    );
    if (gone === undefined) return false;
    await this.unit.query(
      `with lost as (
         delete from answers where workspace_id = $1 and response_id = $2 and answered_at = $3::timestamptz
         returning question_id, day, segment, channel, score, weight
       ) ${deltasOf('lost', uncountedFigures, '$4')}`,
      [workspaceId, responseId, gone.answeredAt, newId()],
    );
    return true;
  }
}
