import type { Heatmap, Journey, JourneyOwnership } from '@afferent/contracts';
import { isMine, isNobodys, rowsOf, type OwnershipRow } from './ownership-rows';

const row = (change: Partial<OwnershipRow>): OwnershipRow => ({
  id: 't', name: 'T', stage: 'S', value: 50, interval: null, n: 40, target: null, weight: 1, hhi: 1 / 3, owner: null,
  degrees: new Map([['a', { degree: 1, share: 1 / 3 }], ['b', { degree: 0, share: 0 }]]), ...change,
});
const owner = { functionId: 'c', functionName: 'C', userId: null, userName: null };

describe('mine', () => {
  it('counts influence of my function, not a degree of nought', () => {
    expect(isMine(row({}), 'me', new Set(['a']))).toBe(true);
    expect(isMine(row({}), 'me', new Set(['b']))).toBe(false);
  });

  it('counts what my function or I answer for', () => {
    expect(isMine(row({ owner }), 'me', new Set(['c']))).toBe(true);
    expect(isMine(row({ owner: { ...owner, userId: 'me' } }), 'me', new Set())).toBe(true);
    expect(isMine(row({ owner: { ...owner, userId: 'other' } }), 'me', new Set())).toBe(false);
  });
});

describe("nobody's point", () => {
  it('is spread evenly and has no owner', () => {
    expect(isNobodys(row({}))).toBe(true);
    expect(isNobodys(row({ owner }))).toBe(false);
    expect(isNobodys(row({ hhi: 0.5 }))).toBe(false);
    expect(isNobodys(row({ hhi: null }))).toBe(false);
  });
});

it('a figure carries its interval where the journey has one', () => {
  const journey = { stages: [{ id: 's', name: 'Stage' }], touchpoints: ['t', 'u'].map((id) => ({ id, name: id, stageId: 's', owner: null })) } as unknown as Journey;
  const report = { touchpoints: ['t', 'u'].map((touchpointId) => ({ touchpointId, value: 50, n: 40, target: null, weight: 1, hhi: null, functions: [] })) } as unknown as JourneyOwnership;
  const figures = { cells: [{ touchpointId: 'u', ciLow: null, ciHigh: null }, { touchpointId: 't', ciLow: 44, ciHigh: 56 }] } as unknown as Heatmap;
  expect(rowsOf(journey, report, figures).map(({ id, interval }) => [id, interval])).toEqual([['t', [44, 56]], ['u', null]]);
  expect(rowsOf(journey, report, null).map(({ interval }) => interval)).toEqual([null, null]);
});
