import fc from 'fast-check';
import { byRank, isRank, place, rankAt, rankBetween, settleRank, type Ranked } from './rank.js';

// The same examples in every run.
fc.configureGlobal({ seed: 20_261_121 });

describe('ranks', () => {
  it('puts an item at any position of any list, in any sequence', () => {
    fc.assert(fc.property(fc.array(fc.nat(30), { maxLength: 40 }), (positions) => {
      let list: Ranked[] = [];
      const model: string[] = [];
      positions.forEach((position, step) => {
        const id = `i${step}`;
        const rank = rankAt(list, position);
        if (rank === null) throw new Error('no room');
        list = place(list, { id, rank });
        model.splice(Math.min(position, model.length), 0, id);
      });
      expect(list.map((item) => item.id)).toEqual(model);
    }));
  });

  it('settles a taken rank beside its twin, by id', () => {
    const peers = [{ id: 'b', rank: 'a0' }, { id: 'd', rank: 'a1' }];
    const before = settleRank(peers, 'a', 'a0');
    const after = settleRank(peers, 'c', 'a0');
    expect(before !== null && before < 'a0').toBe(true);
    expect(after !== null && after > 'a0' && after < 'a1').toBe(true);
  });

  it('refuses what is no key and where there is no room', () => {
    for (const text of ['', 'a', 'a00', '0', 'ж1', 'a1 ', `A${'0'.repeat(26)}`, `a1${'V'.repeat(1000)}`]) expect(isRank(text)).toBe(false);
    expect(rankBetween('a1', 'a1')).toBeNull();
    expect(settleRank([], 'x', 'nonsense!')).toBeNull();
  });

  it('orders by rank and then by id', () => {
    expect([{ id: 'b', rank: 'a1' }, { id: 'a', rank: 'a1' }, { id: 'c', rank: 'Zz' }].toSorted(byRank).map((item) => item.id)).toEqual(['c', 'a', 'b']);
  });
});
