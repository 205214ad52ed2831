import { documentOf, type Journey, type OperationLog, type OperationResults } from '@afferent/contracts';
import { applyOperations, type Operation } from '@afferent/domain';
import { newId } from '../src/platform/database/new-id.js';
import { type Person, register } from './support/client.js';
import { whileHeld } from './support/held.js';
import { joined } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
});
afterAll(() => test.stop());

const bodyOf = <T>(answer: { text: string }): T => JSON.parse(answer.text) as T;
const base = () => `/workspaces/${owner.workspaceId}/journeys`;
const read = async (id: string): Promise<Journey> => bodyOf<Journey>(await owner.get(`${base()}/${id}`).expect(200));
const send = async (id: string, operations: object[], clientId = 'client', person = owner): Promise<OperationResults> =>
  bodyOf<OperationResults>(await person.post(`${base()}/${id}/operations`, { clientId, operations }).expect(200));
const log = async (id: string, query = ''): Promise<OperationLog> => bodyOf<OperationLog>(await owner.get(`${base()}/${id}/operations${query}`).expect(200));

async function make(names: string[] = ['Queue', 'Scanner']): Promise<{ journey: Journey; stageId: string; laneId: string }> {
  const stages = [{ name: 'Check-in', touchpoints: names.map((name) => ({ name })) }];
  const journey = bodyOf<Journey>(await owner.post(base(), { name: 'Edited', state: 'current', stages }).expect(201));
  return { journey, stageId: journey.stages[0]?.id ?? '', laneId: journey.lanes[0]?.id ?? '' };
}

const replayed = (initial: Journey, { items }: OperationLog) => {
  const { document, refused } = applyOperations(documentOf(initial), items.map((item) => item.operation as Operation));
  expect(refused).toEqual([]);
  return document;
};

describe('operations', () => {
  it('change the map, one seq each, and say who did what', async () => {
    const { journey, stageId, laneId } = await make();
    const editor = await joined(test, owner, 'editor');
    const [pains, cardId] = [newId(), newId()];
    const answer = await send(journey.id, [
      { clientSeq: 1, type: 'setProperty', target: 'journey', property: 'name', value: 'Renamed' },
      { clientSeq: 2, type: 'addLane', laneId: pains, kind: 'pains', name: 'Pains' },
      { clientSeq: 3, type: 'addCard', cardId, stageId, laneId: pains, title: 'Forty minutes at 5 am' },
      { clientSeq: 4, type: 'removeCard', cardId: journey.cards[0]?.id },
    ], 'tab-1', editor);
    expect(answer).toEqual({ seq: 4, results: [1, 2, 3, 4].map((seq) => ({ clientSeq: seq, seq, status: 'applied', code: null })) });

    const after = await read(journey.id);
    expect(after).toMatchObject({ name: 'Renamed', seq: 4, lanes: [{ id: laneId }, { id: pains, kind: 'pains' }] });
    expect(after.touchpoints.map((touchpoint) => touchpoint.name)).toEqual(['Scanner']);
    expect(bodyOf<{ items: { name: string }[] }>(await owner.get(base())).items[0]?.name).toBe('Renamed');

    const history = await log(journey.id);
    expect(history.items.map(({ seq, clientId, clientSeq, userId }) => ({ seq, clientId, clientSeq, userId })))
      .toEqual([1, 2, 3, 4].map((seq) => ({ seq, clientId: 'tab-1', clientSeq: seq, userId: editor.userId })));
    expect(replayed(journey, history)).toEqual(documentOf(after));
  });

  it('sent again are duplicates with the seq they had', async () => {
    const { journey } = await make();
    const operations = ['One', 'Two', 'Three'].map((name, clientSeq) => ({ clientSeq, type: 'addStage', stageId: newId(), name }));
    const first = await send(journey.id, operations);
    const again = await send(journey.id, [...operations, { clientSeq: 3, type: 'addStage', stageId: newId(), name: 'Four' }]);
    expect(first.results.map((result) => result.seq)).toEqual([1, 2, 3]);
    expect(again.results.map(({ seq, status }) => [seq, status])).toEqual([[1, 'duplicate'], [2, 'duplicate'], [3, 'duplicate'], [4, 'applied']]);
    expect((await read(journey.id)).stages.map((stage) => stage.name)).toEqual(['Check-in', 'One', 'Two', 'Three', 'Four']);
    const other = await send(journey.id, [{ clientSeq: 0, type: 'renameStage', stageId: operations[0]?.stageId, name: 'Uno' }], 'another client');
    expect(other.results).toEqual([{ clientSeq: 0, seq: 5, status: 'applied', code: null }]);
  });

  it('sent many times at once take effect once', async () => {
    const { journey } = await make();
    const operations = Array.from({ length: 5 }, (_, clientSeq) => ({ clientSeq, type: 'setProperty', target: 'journey', property: 'owner', value: `Owner ${clientSeq}` }));
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(journey.id, operations)));
    const statuses = answers.flatMap((answer) => answer.results.map((result) => result.status)).toSorted();
    expect(statuses).toEqual([...Array.from({ length: 5 }, () => 'applied'), ...Array.from({ length: 25 }, () => 'duplicate')]);
    expect(await read(journey.id)).toMatchObject({ owner: 'Owner 4', seq: 5 });
  });

  it('that cannot be applied are rejected alone, with the reason', async () => {
    const { journey, stageId, laneId } = await make();
    const gone = newId();
    const stranger = await register(test);
    const theirs = bodyOf<{ id: string }>(await stranger.post(`/workspaces/${stranger.workspaceId}/touchpoints`, { name: 'Theirs' }).expect(201));
    const answer = await send(journey.id, [
      { clientSeq: 1, type: 'removeStage', stageId },
      { clientSeq: 2, type: 'addCard', cardId: newId(), stageId, laneId },
      { clientSeq: 3, type: 'moveCard', cardId: journey.cards[0]?.id, stageId, laneId },
      { clientSeq: 4, type: 'addStage', stageId: newId(), name: 'After', rank: '!' },
      { clientSeq: 5, type: 'addStage', stageId: gone, name: 'After' },
      { clientSeq: 6, type: 'addCard', cardId: newId(), stageId: gone, laneId, touchpointId: theirs.id },
      { clientSeq: 7, type: 'addCard', cardId: newId(), stageId: gone, laneId, touchpointId: newId() },
    ]);
    expect(answer.seq).toBe(2);
    expect(answer.results.map(({ status, code }) => [status, code])).toEqual([
      ['applied', null], ['rejected', 'stage_not_found'], ['rejected', 'card_not_found'], ['rejected', 'bad_rank'], ['applied', null],
      ['rejected', 'touchpoint_not_found'], ['rejected', 'touchpoint_not_found'],
    ]);
    expect((await read(journey.id)).touchpoints).toEqual([]);
  });

  it('are undone by the inverse that the reducer gives', async () => {
    const { journey, stageId } = await make();
    const undo = applyOperations(documentOf(journey), [{ type: 'removeStage', stageId }]).inverse;
    await send(journey.id, [{ clientSeq: 1, type: 'removeStage', stageId }]);
    await send(journey.id, undo.map((operation, index) => ({ clientSeq: index + 2, ...operation })));
    expect(documentOf(await read(journey.id))).toEqual(documentOf(journey));
    expect((await read(journey.id)).touchpoints).toHaveLength(2);
  });

  it('of eight clients at once leave no gap, and the log reads back to the state', async () => {
    const { journey, stageId, laneId } = await make();
    const cardIds = journey.cards.map((card) => card.id);
    const batch = (client: number) => Array.from({ length: 12 }, (_, clientSeq) => {
      const own = newId();
      const kinds = [
        { type: 'addStage', stageId: own, name: `S ${client}.${clientSeq}`, rank: 'a5' },
        { type: 'addCard', cardId: own, stageId, laneId, title: `C ${client}.${clientSeq}`, rank: 'a0V' },
        { type: 'moveCard', cardId: cardIds[clientSeq % 2], stageId, laneId, rank: 'a0V' },
        { type: 'setProperty', target: 'card', id: cardIds[0], property: 'text', value: `${client}.${clientSeq}` },
      ];
      return { clientSeq, ...kinds[clientSeq % kinds.length] };
    });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, client) => send(journey.id, batch(client), `client-${client}`)));
    const seqs = answers.flatMap((answer) => answer.results.map((result) => result.seq ?? -1)).toSorted((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 96 }, (_, index) => index + 1));

    const [after, history] = [await read(journey.id), await log(journey.id)];
    expect(after.seq).toBe(96);
    expect(replayed(journey, history)).toEqual(documentOf(after));
    for (const answer of answers) {
      const own = answer.results.map((result) => result.seq ?? -1);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
    const mirrored = await test.database.query<{ touchpoint_id: string }>('select touchpoint_id from journey_touchpoints where journey_id = $1 order by position', [journey.id]);
    expect(mirrored.map((row) => row.touchpoint_id)).toEqual(after.touchpoints.map((touchpoint) => touchpoint.id));
  });

  it('do not wait for a deletion of what stays on the map, which may be waiting for them', async () => {
    const { journey, stageId, laneId } = await make(['Stays', 'Goes', 'Moves']);
    const cards = new Map(journey.touchpoints.map((touchpoint) => [touchpoint.name, touchpoint.cardId]));
    const stays = journey.touchpoints.find((touchpoint) => touchpoint.name === 'Stays')?.id ?? '';
    await whileHeld(test.database, 'touchpoints', stays, () => send(journey.id, [
      { clientSeq: 1, type: 'removeCard', cardId: cards.get('Goes') },
      { clientSeq: 2, type: 'moveCard', cardId: cards.get('Stays'), stageId, laneId },
    ]));
    const mirrored = await test.database.query<{ name: string; position: number }>(
      'select name, position from journey_touchpoints join touchpoints on id = touchpoint_id where journey_id = $1 order by position', [journey.id]);
    expect(mirrored).toEqual([{ name: 'Moves', position: 0 }, { name: 'Stays', position: 1 }]);
  });

  it('are caught up with from any seq, page by page', async () => {
    const { journey } = await make();
    await send(journey.id, Array.from({ length: 7 }, (_, clientSeq) => ({ clientSeq, type: 'addStage', stageId: newId(), name: `S${clientSeq}` })));
    const page = await log(journey.id, '?after=2&limit=3');
    expect(page).toMatchObject({ seq: 7, nextCursor: '5' });
    expect(page.items.map((item) => item.seq)).toEqual([3, 4, 5]);
    const rest = await log(journey.id, `?after=${page.nextCursor}`);
    expect([rest.items.map((item) => item.seq), rest.nextCursor]).toEqual([[6, 7], null]);
    expect((await log(journey.id, '?after=7')).items).toEqual([]);
    expect((await log(journey.id, `?after=${Number.MAX_SAFE_INTEGER}`)).items).toEqual([]);
    for (const query of ['after=-1', 'after=x', 'limit=0', 'since=1']) await owner.get(`${base()}/${journey.id}/operations?${query}`).expect(400);
  });

  it.each([
    [{ clientId: '', operations: [] }], [{ clientId: 'c', operations: [] }], [{ clientId: 'c', operations: [{ type: 'removeStage', stageId: newId() }] }],
    [{ clientId: 'c', operations: [{ clientSeq: 1, type: 'erase' }] }], [{ clientId: 'c', operations: [{ clientSeq: -1, type: 'removeStage', stageId: newId() }] }],
    [{ clientId: 'c', operations: [{ clientSeq: 1, type: 'addStage', stageId: 'x', name: 'S' }] }],
    [{ clientId: 'c', operations: [{ clientSeq: 1, type: 'addStage', stageId: newId(), name: 'a\u0000b' }] }],
    [{ clientId: 'c', operations: Array.from({ length: 501 }, (_, clientSeq) => ({ clientSeq, type: 'removeStage', stageId: newId() })) }],
  ])('of a wrong shape are refused whole with 400', async (body) => {
    const { journey } = await make();
    await owner.post(`${base()}/${journey.id}/operations`, body).expect(400);
    expect((await read(journey.id)).seq).toBe(0);
  });
});
