import { isMine, isNobodys, type OwnershipRow } from './ownership-rows';

const row = (change: Partial<OwnershipRow>): OwnershipRow => ({
  id: 't', name: 'T', stage: 'S', value: 50, n: 40, target: null, weight: 1, hhi: 1 / 3, owner: null,
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
