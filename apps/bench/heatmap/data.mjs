import { randomUUID } from 'node:crypto';
import { countedFigures, cubeOf, dayCube, insertCells, insertMonths } from '@afferent/api/dist/feedback/rollups/rollup-sql.js';

export const shape = { touchpoints: 200, months: 24, segments: 5, channels: 6, firstDay: '2024-11-01', lastDay: '2026-10-31' };

/** A journey of 10 stages with its touchpoints, as `POST /journeys` takes it. */
export const journey = () => ({
  name: 'Bench',
  state: 'current',
  stages: Array.from({ length: 10 }, (_, stage) => ({
    name: `Stage ${stage + 1}`,
    touchpoints: Array.from({ length: shape.touchpoints / 10 }, (__, index) => ({ name: `Touchpoint ${stage * (shape.touchpoints / 10) + index + 1}` })),
  })),
});

/** One CSI question 1..5 per touchpoint. Answers go in by SQL, so the questions do too; responses are not needed by any report. */
export async function makeQuestions(client, workspaceId, journeyId, touchpointIds) {
  const survey = randomUUID();
  await client.query(`insert into surveys (workspace_id, id, name, kind, journey_id) values ($1, $2, 'Bench', 'transactional', $3)`, [workspaceId, survey, journeyId]);
  const { rows } = await client.query(
    `insert into questions (workspace_id, id, survey_id, position, key, text, metric, scale_min, scale_max, touchpoint_id)
     select $1, gen_random_uuid(), $2, place, 'q' || place, 'q' || place, 'csi', 1, 5, touchpoint from unnest($3::uuid[]) with ordinality as asked (touchpoint, place)
     returning id`,
    [workspaceId, survey, touchpointIds],
  );
  return rows.map(({ id }) => id);
}

/** Answers of 24 months that double in volume, more of them at the first touchpoints, over 5 segments and 6 channels; ids by time, as the product makes them. */
export async function makeAnswers(client, workspaceId, questionIds, answers, say) {
  const chunk = 1_000_000;
  await client.query('select setseed(0.42)');
  const { rows } = await client.query(`select month::date::text from generate_series($1::date, $2::date, interval '1 month') month`, [shape.firstDay, shape.lastDay]);
  for (const { month } of rows) await client.query('select ensure_answer_partition($1::date)', [month]);
  await withoutChecks(client, async () => {
    for (let done = 0; done < answers; done += chunk) {
      const some = Math.min(chunk, answers - done);
      await client.query(
        `insert into answers (workspace_id, id, answered_at, response_id, question_id, day, segment, channel, score, weight)
         select $1, uuidv7(), moment, uuidv7(), question, moment::date, 'segment ' || (1 + floor(random() ^ 1.5 * ${shape.segments}))::int,
                'channel ' || (1 + floor(random() ^ 1.5 * ${shape.channels}))::int, least(5, 1 + floor(sqrt(random()) * 5))::int, null
           from (select ($2::uuid[])[1 + floor(random() ^ 1.7 * cardinality($2::uuid[]))::int] as question,
                        timestamptz '${shape.firstDay}' + (sqrt(random() * 3 + 1) - 1) * (timestamptz '${shape.lastDay}' - timestamptz '${shape.firstDay}') as moment
                   from generate_series(1, $3::int)) drawn
          order by drawn.moment`,
        [workspaceId, questionIds, some],
      );
      say(`${done + some} answers`);
    }
  });
}

/** Foreign keys of millions of generated rows are right by construction; checking them takes most of the time. */
async function withoutChecks(client, work) {
  await client.query(`set session_replication_role = replica; set work_mem = '256MB'`);
  try {
    await work();
  } finally {
    await client.query('reset session_replication_role; reset work_mem');
  }
}

/** The cube, by the same SQL as the product's own rebuild. */
export async function makeRollups(client, workspaceId) {
  await withoutChecks(client, async () => {
    await client.query(
      `create temporary table counted as
         select a.workspace_id, a.question_id, a.segment, a.channel, a.day, ${countedFigures}
           from answers a join questions q on q.workspace_id = a.workspace_id and q.id = a.question_id
          where a.workspace_id = $1 group by a.workspace_id, a.question_id, a.segment, a.channel, a.day`,
      [workspaceId],
    );
    await client.query(insertCells(dayCube, `(${cubeOf(dayCube, 'counted')})`));
    await client.query(insertMonths('rollup_cells'));
    await client.query('drop table counted');
  });
}

/** The best a query on raw answers can get: every column it needs in an index, and pages known to be visible to all. */
export async function coverRaw(client) {
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query('create index answers_cover on answers (workspace_id, day) include (question_id, segment, channel, score)');
  await client.query('vacuum (analyze) answers');
  await client.query('vacuum (analyze) rollup_cells, rollup_months');
}
