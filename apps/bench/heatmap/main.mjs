import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { rollupSums } from '@afferent/api/dist/feedback/rollups/rollup-source.js';
import { startDatabase } from './database.mjs';
import { coverRaw, journey, makeAnswers, makeQuestions, makeRollups, shape } from './data.mjs';

/** Rounds of every case, and of a quick one as many more as fit in the time: its medians would else be of the machine's moods. */
const rounds = { least: 15, most: 60, ms: 12_000 };
/** Calls before anything is timed: a server that just started runs code that is not compiled yet, which is not what a user meets. */
const WARM_UP = 100;
/** The whole time, what a map opens with (no period asked for), and a quarter. */
const windows = [
  { window: '24 months', asked: { from: shape.firstDay, to: shape.lastDay } },
  { window: 'last 12 months', asked: {}, from: '2025-11-01', to: shape.lastDay },
  { window: '90 days', asked: { from: '2026-08-03', to: shape.lastDay } },
];
const filters = [
  { name: 'no filter' },
  { name: 'segment', segment: 'segment 2' },
  { name: 'segment + channel', segment: 'segment 2', channel: 'channel 3' },
];

/** The cells of days alone, which is what the target compares with. */
const bare = `
  select question_id, sum(b0) as b0, sum(b1) as b1, sum(b2) as b2, sum(b3) as b3, sum(b4) as b4,
         sum(x0) as x0, sum(x1) as x1, sum(x2) as x2, sum(x3) as x3, sum(x4) as x4, sum(xx) as xx
    from rollup_cells where workspace_id = $1 and question_id = any($2::uuid[]) and segment = coalesce($3, '*') and channel = coalesce($4, '*') and day between $5 and $6
   group by question_id`;
/** The statement that the endpoint sends: whole months where it can, days, and what is not merged yet. */
const own = (workspaceId, questionIds, { segment = null, channel = null }, from, to) => {
  const { sql, parameters } = rollupSums(
    { workspaceId, questionIds, segment, channel, from, to },
    { figures: ['b0', 'b1', 'b2', 'b3', 'b4', 'x0', 'x1', 'x2', 'x3', 'x4', 'xx'] },
  );
  return [sql, parameters];
};
const raw = ({ segment, channel }) => `
  select question_id, count(*) filter (where score = 1) as b0, count(*) filter (where score = 2) as b1, count(*) filter (where score = 3) as b2,
         count(*) filter (where score = 4) as b3, count(*) filter (where score = 5) as b4
    from answers where workspace_id = $1 and day between $2 and $3${segment ? ' and segment = $4' : ''}${channel ? ' and channel = $5' : ''}
   group by question_id`;

const agent = new Agent({ keepAlive: true });
const call = (address, method, path, { body, cookie } = {}) => new Promise((resolve, reject) => {
  const sent = request(`${address}/api/v1${path}`, {
    agent, method, headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) },
  }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => {
      const text = Buffer.concat(parts).toString();
      if (answer.statusCode >= 300) reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
      else resolve({ headers: answer.headers, text });
    });
  });
  sent.on('error', reject);
  sent.end(body ? JSON.stringify(body) : undefined);
});

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
/** Another order each round: what runs next finds the processor's caches as the one before left them. */
const shuffled = (items) => items.map((item) => ({ item, place: Math.random() })).sort((a, b) => a.place - b.place).map(({ item }) => item);
const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const startServer = async (database) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('server.mjs', import.meta.url))], {
    env: { ...process.env, BENCH_DATABASE: JSON.stringify(database) }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit').then(() => { throw new Error('the API stopped'); });
  gone.catch(() => undefined);
  const [line] = await Promise.race([once(child.stdout, 'data'), gone]);
  return {
    address: String(line).trim(),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const prepare = async (client, address, answers, say) => {
  const registered = await call(address, 'POST', '/auth/register', { body: { email: 'bench@example.test', password: 'a bench of its own 1', name: 'Bench', workspaceName: 'Bench' } });
  const cookie = registered.headers['set-cookie'][0].split(';')[0];
  const workspaceId = JSON.parse(registered.text).workspace.id;
  const made = JSON.parse((await call(address, 'POST', `/workspaces/${workspaceId}/journeys`, { cookie, body: journey() })).text);
  const questionIds = await makeQuestions(client, workspaceId, made.id, made.touchpoints.map(({ id }) => id));
  const seconds = async (what, work) => say(`${what}: ${((await timed(work)) / 1000).toFixed(0)} s`);
  await seconds('answers', () => makeAnswers(client, workspaceId, questionIds, answers, say));
  await seconds('roll-ups', () => makeRollups(client, workspaceId));
  await seconds('covering indexes and vacuum', () => coverRaw(client));
  return { cookie, workspaceId, journeyId: made.id, questionIds };
};

/** The ways to the same counts; they must agree before they are timed. */
const waysOf = (client, address, { cookie, workspaceId, journeyId, questionIds }, { asked, from = asked.from, to = asked.to }, { segment, channel }) => {
  const slice = new URLSearchParams({ metric: 'csi', ...asked, ...(segment ? { segment } : {}), ...(channel ? { channel } : {}) });
  const total = (rows) => rows.reduce((sum, row) => sum + Number(row.b0) + Number(row.b1) + Number(row.b2) + Number(row.b3) + Number(row.b4), 0);
  const values = [workspaceId, from, to, ...(segment ? [segment] : []), ...(channel ? [channel] : [])];
  return {
    endpoint: async () => JSON.parse((await call(address, 'GET', `/workspaces/${workspaceId}/journeys/${journeyId}/heatmap?${slice}`, { cookie })).text).cells.reduce((sum, { n }) => sum + n, 0),
    own: async () => total((await client.query(...own(workspaceId, questionIds, { segment, channel }, from, to))).rows),
    rollup: async () => total((await client.query(bare, [workspaceId, questionIds, segment ?? null, channel ?? null, from, to])).rows),
    raw: async () => total((await client.query(raw({ segment, channel }), values)).rows),
  };
};

const measure = async (client, address, made, period, filter) => {
  const ways = waysOf(client, address, made, period, filter);
  const counts = [];
  for (const work of Object.values(ways)) counts.push(await work());
  if (new Set(counts).size !== 1 || counts[0] === 0) throw new Error(`${period.window}, ${filter.name}: counts differ: ${counts.join(', ')}`);
  const times = { endpoint: [], own: [], rollup: [], raw: [] };
  const until = performance.now() + rounds.ms;
  for (let round = 0; round < rounds.least || (round < rounds.most && performance.now() < until); round += 1) {
    for (const [name, work] of shuffled(Object.entries(ways))) times[name].push(await timed(work));
  }
  return { n: counts[0], endpoint: median(times.endpoint), own: median(times.own), rollup: median(times.rollup), raw: median(times.raw) };
};

/** `--answers N`, 10 million by default. Answers whether the endpoint keeps both targets. */
export async function run({ answers = '10000000' }) {
  const many = Number(answers);
  if (!Number.isInteger(many) || many < 1000) throw new Error('--answers must be a whole number of at least 1000');
  const say = (line) => console.log(`  ${line}`);
  console.log(`Heat map: ${many} answers, ${shape.touchpoints} touchpoints, ${shape.months} months, ${shape.segments} segments × ${shape.channels} channels; medians of ${rounds.least} to ${rounds.most} interleaved rounds`);
  const database = await startDatabase();
  const client = await database.connect();
  let server;
  try {
    server = await startServer({ url: database.prepared.appUrl, options: database.prepared.appOptions });
    const made = await prepare(client, server.address, many, say);
    const { rows: [size] } = await client.query(`select count(*)::int as cells from rollup_cells`);
    say(`${size.cells} roll-up cells`);
    for (let done = 0; done < WARM_UP; done += 1) await waysOf(client, server.address, made, windows[2], filters[2]).endpoint();
    const results = [];
    for (const period of windows) {
      for (const filter of filters) results.push({ window: period.window, filter: filter.name, ...(await measure(client, server.address, made, period, filter)) });
    }
    console.table(results.map(({ window, filter, n, endpoint, own: statement, rollup, raw: slow }) => ({
      window, filter, answers: n, 'endpoint ms': endpoint.toFixed(1), 'its statement ms': statement.toFixed(1), 'bare roll-up SQL ms': rollup.toFixed(1), 'raw, covering index ms': slow.toFixed(1),
      'endpoint / roll-up': (endpoint / rollup).toFixed(2), 'raw / endpoint': (slow / endpoint).toFixed(1),
    })));
    const missed = results.filter(({ endpoint, rollup, raw: slow }) => endpoint > 2 * rollup || slow < 10 * endpoint);
    const kept = missed.length === 0;
    console.log(`Targets (endpoint ≤ 2 × bare roll-up SQL, ≥ 10 × faster than raw): ${kept ? 'met' : `NOT met for ${missed.map(({ window, filter }) => `${window}, ${filter}`).join('; ')}`}`);
    return kept;
  } finally {
    await server?.stop();
    await client.end();
    await database.stop();
    agent.destroy();
  }
}
