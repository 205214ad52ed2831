import type { Influence } from '@afferent/contracts';
import { hhi, influenceShares } from '@afferent/domain';
import type { InfluenceRow, OwnerRow } from './influence.repository.js';

/** Owner, shares and concentration of one touchpoint (A18). */
export const presentInfluence = (owner: OwnerRow | undefined, rows: readonly InfluenceRow[]): Influence => {
  const shares = influenceShares(Object.fromEntries(rows.map((row) => [row.functionId, row.degree])));
  return {
    owner: owner === undefined ? null : { functionId: owner.functionId, userId: owner.userId },
    hhi: shares === null ? null : hhi(shares),
    functions: rows.map((row) => ({
      functionId: row.functionId,
      degree: row.degree,
      share: shares?.[row.functionId] ?? 0,
      through: [...row.through],
      effect: row.effect,
      note: row.note,
    })),
  };
};
