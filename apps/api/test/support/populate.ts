import { newId } from '../../src/platform/database/new-id.js';
import type { Person } from './client.js';
import { ended } from './imports.js';
import type { Ids } from './operations.js';
import { csvFile, csvMapping } from './route-fixtures.js';
import { joined } from './team.js';
import type { TestApp } from './test-app.js';

interface Made {
  readonly id: string;
}

/** At least one record of every kind in the person's workspace; ids by the names they have in paths. */
export async function populate(test: TestApp, owner: Person): Promise<Ids> {
  const { workspaceId } = owner;
  const make = async (path: string, body: object): Promise<Made> => {
    const answer = await owner.post(`/workspaces/${workspaceId}${path}`, body);
    if (answer.status !== 201) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body as Made;
  };
  const member = await joined(test, owner, 'viewer');
  const { id: apiKeyId } = await make('/api-keys', { name: 'Key', scopes: ['read'] });
  const { id: invitationId } = await make('/invitations', { email: `${newId()}@example.test`, role: 'viewer' });
  const { id: functionId } = await make('/functions', { name: 'Marketing' });
  const { id: touchpointId } = await make('/touchpoints', { name: 'Counter' });
  await make(`/touchpoints/${touchpointId}/scores`, { people: 3 });
  const { id: journeyId } = await make('/journeys', { name: 'Journey', state: 'current', stages: [{ name: 'First', touchpoints: [{ name: 'Counter' }] }] });
  await owner.put(`/workspaces/${workspaceId}/functions/${functionId}/members`, { userIds: [member.userId] }).expect(200);
  await owner.put(`/workspaces/${workspaceId}/touchpoints/${touchpointId}/influence`, { owner: { functionId }, functions: [{ functionId, degree: 2 }] }).expect(200);
  const { id: surveyId } = await make('/surveys', {
    name: 'Survey', kind: 'transactional', journeyId,
    questions: [{ key: 'q', text: 'How was it?', metric: 'csi', scale: [1, 5], touchpointId }],
  });
  const sent = await owner.post(`/workspaces/${workspaceId}/responses`, { surveyId, responses: [{ externalId: 'r1', answeredAt: '2026-10-01T10:00:00Z', answers: { q: 4 } }] })
    .set('idempotency-key', 'populate');
  if (sent.status !== 200) throw new Error(`POST /responses answered ${sent.status}: ${sent.text}`);
  const importId = await importOnce(owner, journeyId);
  const [response] = await test.database.query<Made>('select id from responses where workspace_id = $1', [workspaceId]);
  const [session] = await test.database.query<Made>('select id from sessions where user_id = $1', [owner.userId]);
  return {
    workspaceId, userId: member.userId, apiKeyId, invitationId, functionId, touchpointId, journeyId, surveyId,
    importId, responseId: response?.id ?? '', sessionId: session?.id ?? '',
  };
}

/** A finished import, so that nothing goes on in the background afterwards. */
async function importOnce(owner: Person, journeyId: string): Promise<string> {
  const base = `/workspaces/${owner.workspaceId}/imports`;
  const sent = await owner.call('post', base).field({ mapping: JSON.stringify(csvMapping('Import')), journeyId }).attach('file', Buffer.from(csvFile), 'answers.csv');
  if (sent.status !== 202) throw new Error(`POST /imports answered ${sent.status}: ${sent.text}`);
  const { id } = sent.body as Made;
  const { status } = await ended(owner, id);
  if (status !== 'done') throw new Error(`The import is ${status}`);
  return id;
}

/** A print of everything a workspace holds, to see whether anything changed; roll-ups, which are folded in the background, follow from the answers. */
export async function printOf(test: TestApp, workspaceId: string): Promise<Record<string, string>> {
  const tables = await test.database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'rollup%' order by 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const row = name === 'api_keys' ? `(to_jsonb(t) - 'last_used_at')::text` : 't::text';
    const [found] = await test.database.query<{ print: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(${row}, ',' order by ${row})), '') as print from ${name} t where workspace_id = $1`, [workspaceId]);
    prints[name] = found?.print ?? '';
  }
  return prints;
}
