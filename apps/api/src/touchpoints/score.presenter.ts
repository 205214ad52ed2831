import type { CurrentP, CurrentThreeP, P, Score } from '@afferent/contracts';
import { compositeOf, currentPScore, WIDE_SPREAD } from '@afferent/domain';
import type { ScoreRow } from './scores.repository.js';

export const presentScore = (row: ScoreRow): Score => ({
  id: row.id,
  touchpointId: row.touchpointId,
  people: row.people,
  process: row.process,
  product: row.product,
  note: row.note,
  evidence: row.evidence,
  scoredAt: row.scoredAt.toISOString(),
  author: { userId: row.authorId, name: row.authorName },
});

const presentP = (levels: readonly number[]): CurrentP => ({
  score: levels.length === 0 ? null : levels.reduce((sum, level) => sum + level, 0) / levels.length,
  value: currentPScore(levels),
  n: levels.length,
});

/** The current 3P of a touchpoint from the latest levels of its authors. */
export const presentThreeP = (levelsOf: (p: P) => readonly number[]): CurrentThreeP => {
  const people = presentP(levelsOf('people'));
  const process = presentP(levelsOf('process'));
  const product = presentP(levelsOf('product'));
  const { composite, weakest, spread } = compositeOf({ people: people.value, process: process.value, product: product.value });
  return { people, process, product, composite, weakest, spread, flag: spread !== null && spread >= WIDE_SPREAD };
};
