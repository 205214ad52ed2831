import { jest } from '@jest/globals';
import type { OperationResults } from '@afferent/contracts';
import { applyOperations, emptyDocument, type JourneyDocument, type Operation } from '@afferent/domain';
import { ApiProblem } from '../../../lib/api';
import { MapSession } from './map-session';
import type { JourneyTransport } from '../journeys.queries';
import type { PendingOperation, PendingStore } from './pending-store';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const addStage = (n: number, name: string): Operation => ({ type: 'addStage', stageId: id(n), name });
const names = (document: JourneyDocument) => document.stages.map(({ name }) => name);
const start = emptyDocument({ name: 'Map', state: 'current', persona: null, owner: null });

/** A server that keeps one map and can be told to fail. */
const makeServer = () => {
  let document = start;
  let seq = 0;
  const seen = new Set<string>();
  const failures: Error[] = [];
  const calls: number[] = [];
  return {
    failures, calls,
    state: () => document,
    others: (operation: Operation) => { document = applyOperations(document, [operation]).document; seq += 1; },
    send: async (clientId: string, batch: Parameters<JourneyTransport['send']>[1]): Promise<OperationResults> => {
      calls.push(batch.length);
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      const results = batch.map(({ clientSeq, operation }) => {
        if (seen.has(`${clientId} ${clientSeq}`)) return { clientSeq, seq: null, status: 'duplicate' as const, code: null };
        const { document: next, refused } = applyOperations(document, [operation]);
        if (refused[0] !== undefined) return { clientSeq, seq: null, status: 'rejected' as const, code: refused[0].code };
        seen.add(`${clientId} ${clientSeq}`);
        document = next;
        seq += 1;
        return { clientSeq, seq, status: 'applied' as const, code: null };
      });
      return { seq, results };
    },
    head: async () => seq,
    load: async () => ({ document, seq }),
  };
};

const makeStore = (kept: PendingOperation[] = []) => {
  const queues = new Map<string, readonly PendingOperation[]>();
  const store: PendingStore = {
    adopt: async () => kept,
    keep: async (_scope, clientId, operations) => { queues.set(clientId, operations); },
  };
  return { store, queues };
};

const open = (server = makeServer(), store: PendingStore | null = null) => ({
  server,
  session: new MapSession({ scope: 'me map', document: start, seq: 0, clientId: 'me', transport: server, store }),
});

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });
const settle = () => jest.advanceTimersByTimeAsync(50);

it('shows a change at once and says "saved" only after the server has answered', async () => {
  const { server, session } = open();
  expect(session.getSnapshot().status).toBe('saved');
  expect(session.perform([addStage(1, 'Arrive')])).toBeNull();
  expect(names(session.getSnapshot().document)).toEqual(['Arrive']);
  expect(session.getSnapshot()).toMatchObject({ status: 'saving', pending: 1 });
  await settle();
  expect(session.getSnapshot()).toMatchObject({ status: 'saved', pending: 0 });
  expect(names(server.state())).toEqual(['Arrive']);
});

it('refuses an impossible act as a whole', () => {
  const { session } = open();
  expect(session.perform([addStage(1, 'A'), { type: 'removeLane', laneId: id(9) }])).toBe('lane_not_found');
  expect(names(session.getSnapshot().document)).toEqual([]);
});

it('keeps changes while the server is away, says so, and sends them once it is back', async () => {
  const { server, session } = open();
  server.failures.push(new ApiProblem({ status: 0, code: 'unreachable', detail: '' }), new ApiProblem({ status: 503, code: 'down', detail: '' }));
  session.perform([addStage(1, 'A')]);
  await settle();
  session.perform([addStage(2, 'B')]);
  expect(session.getSnapshot()).toMatchObject({ status: 'offline', pending: 2 });
  await jest.advanceTimersByTimeAsync(5000);
  expect(session.getSnapshot()).toMatchObject({ status: 'saved', pending: 0 });
  expect(names(server.state())).toEqual(['A', 'B']);
});

it('waits for the network the browser says it has lost', async () => {
  const { session } = open();
  session.setOnline(false);
  expect(session.getSnapshot().status).toBe('offline');
  session.setOnline(true);
  await settle();
  expect(session.getSnapshot().status).toBe('saved');
});

it('does not send an answered change twice when only the answer was lost', async () => {
  const { server, session } = open();
  const send = server.send;
  let isLost = true;
  server.send = async (clientId, batch) => {
    const answer = await send(clientId, batch);
    if (!isLost) return answer;
    isLost = false;
    throw new ApiProblem({ status: 0, code: 'unreachable', detail: '' });
  };
  session.perform([addStage(1, 'A')]);
  await jest.advanceTimersByTimeAsync(5000);
  expect(names(server.state())).toEqual(['A']);
  expect(session.getSnapshot()).toMatchObject({ status: 'saved', pending: 0 });
  expect(names(session.getSnapshot().document)).toEqual(['A']);
});

it('rolls back what the server refuses and reports its code, keeping the neighbours', async () => {
  const { server, session } = open();
  const codes: string[] = [];
  session.onRefused((code) => codes.push(code));
  server.others({ type: 'addStage', stageId: id(1), name: 'Theirs' });
  session.perform([addStage(1, 'Mine')]);
  session.perform([addStage(2, 'Kept')]);
  await settle();
  expect(codes).toEqual(['stage_exists']);
  expect(names(session.getSnapshot().document)).toEqual(['Theirs', 'Kept']);
});

it('sends a batch that is refused as a whole one by one', async () => {
  const { server, session } = open();
  server.failures.push(new ApiProblem({ status: 400, code: 'invalid', detail: '' }));
  session.perform([addStage(1, 'A')]);
  session.perform([addStage(2, 'B')]);
  await jest.advanceTimersByTimeAsync(1000);
  expect(server.calls).toEqual([2, 1, 1]);
  expect(names(server.state())).toEqual(['A', 'B']);
});

it('undoes and redoes only this person\'s acts', async () => {
  const { server, session } = open();
  session.perform([addStage(1, 'Mine')]);
  await settle();
  server.others(addStage(5, 'Theirs'));
  await session.catchUp();
  expect(names(session.getSnapshot().document)).toEqual(['Mine', 'Theirs']);
  expect(await session.undo()).toBe(true);
  expect(names(session.getSnapshot().document)).toEqual(['Theirs']);
  expect(await session.redo()).toBe(true);
  await settle();
  expect(names(session.getSnapshot().document).toSorted()).toEqual(['Mine', 'Theirs']);
  expect(server.state()).toEqual(session.getSnapshot().document);
  expect(session.getSnapshot()).toMatchObject({ canUndo: true, canRedo: false });
});

it('keeps unsent changes in the browser and takes over those of a closed tab', async () => {
  const orphan: PendingOperation = { clientId: 'gone', clientSeq: 7, operation: addStage(3, 'Orphan') };
  const { store, queues } = makeStore([orphan]);
  const { server, session } = open(makeServer(), store);
  await session.adopt();
  session.perform([addStage(4, 'Mine')]);
  expect(queues.get('me')).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(1000);
  expect(names(server.state())).toEqual(['Orphan', 'Mine']);
  expect(queues.get('me')).toEqual([]);
  expect(server.calls).toEqual([1, 1]);
});

it('takes back work outside the document in the order of the acts', async () => {
  const { session } = open();
  let name = 'old';
  const rename = (to: string) => async () => {
    const from = name;
    name = to;
    return rename(from);
  };
  session.perform([addStage(1, 'A')]);
  await session.performWork(rename('new'));
  expect(name).toBe('new');
  await session.undo();
  expect([name, names(session.getSnapshot().document)]).toEqual(['old', ['A']]);
  await session.redo();
  expect(name).toBe('new');
  await session.undo();
  await session.undo();
  expect(names(session.getSnapshot().document)).toEqual([]);
});

/** A promise that is kept from outside. */
const held = <T,>() => {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => { give = resolve; });
  return { promise, give };
};

it('keeps a change that was saved while an older state of the map was still on its way', async () => {
  const { server, session } = open();
  server.others(addStage(5, 'Theirs'));
  const older = held<Awaited<ReturnType<typeof server.load>>>();
  const { load } = server;
  const read = await load();
  server.load = () => older.promise;
  const caughtUp = session.catchUp();
  await settle();
  server.load = load;
  session.perform([addStage(1, 'Mine')]);
  await settle();
  expect(names(session.getSnapshot().document)).toEqual(['Theirs', 'Mine']);
  const seen: string[][] = [];
  session.subscribe(() => seen.push(names(session.getSnapshot().document)));
  older.give(read);
  await caughtUp;
  await settle();
  expect(names(session.getSnapshot().document)).toEqual(['Theirs', 'Mine']);
  expect(seen.every((stages) => stages.includes('Mine'))).toBe(true);
});

it('takes back the last act even while it is still going on', async () => {
  const { session } = open();
  let name = 'old';
  const slow = held<void>();
  session.perform([addStage(1, 'A')]);
  const back = async () => {
    name = 'old';
    return back;
  };
  const renamed = session.performWork(async () => {
    await slow.promise;
    name = 'new';
    return back;
  });
  const undone = session.undo();
  await settle();
  expect(names(session.getSnapshot().document)).toEqual(['A']);
  slow.give();
  await Promise.all([renamed, undone]);
  expect([name, names(session.getSnapshot().document)]).toEqual(['old', ['A']]);
});

it('gives names in the order in which they were typed, however long each takes', async () => {
  const { session } = open();
  let name = 'first';
  const slow = held<void>();
  const rename = (to: string, after: Promise<void> = Promise.resolve()) => async () => {
    await after;
    const from = name;
    name = to;
    return rename(from);
  };
  const acts = [session.performWork(rename('second', slow.promise)), session.performWork(rename('third'))];
  await settle();
  slow.give();
  await Promise.all(acts);
  expect(name).toBe('third');
});
