import type { Effect, Influence, InfluencePut, P, WorkspaceFunction } from '@afferent/contracts';
import { influenceShares } from '@afferent/domain';
import type { Share } from './shares-bar';

export interface FunctionInfluence {
  degree: number;
  through: readonly P[];
  effect: Effect | null;
  note: string | null;
}

/** The form of a touchpoint's influence: one line per function of the workspace. */
export interface InfluenceDraft {
  functionId: string | null;
  userId: string | null;
  functions: Readonly<Record<string, FunctionInfluence>>;
}

const NONE: FunctionInfluence = { degree: 0, through: [], effect: null, note: null };

export const draftOf = (influence: Influence, functions: readonly WorkspaceFunction[]): InfluenceDraft => ({
  functionId: influence.owner?.functionId ?? null,
  userId: influence.owner?.userId ?? null,
  functions: Object.fromEntries(functions.map(({ id }) => {
    const known = influence.functions.find(({ functionId }) => functionId === id);
    return [id, known === undefined ? NONE : { degree: known.degree, through: known.through, effect: known.effect, note: known.note }];
  })),
});

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What was chosen since `base` stays; everything the person did not touch takes its current value. */
export const rebase = (draft: InfluenceDraft, base: InfluenceDraft, current: InfluenceDraft): InfluenceDraft => {
  const { functionId, userId } = draft.functionId === base.functionId && draft.userId === base.userId ? current : draft;
  const functions = Object.entries(current.functions).map(([id, line]) => {
    const mine = draft.functions[id];
    return [id, mine === undefined || isSame(mine, base.functions[id]) ? line : mine] as const;
  });
  return { functionId, userId, functions: Object.fromEntries(functions) };
};

/** Shares as they will be once saved, before they are. */
export const sharesOf = (draft: InfluenceDraft, functions: readonly WorkspaceFunction[]): Share[] => {
  const shares = influenceShares(Object.fromEntries(Object.entries(draft.functions).map(([id, { degree }]) => [id, degree]))) ?? {};
  return functions.flatMap(({ id, name }) => (shares[id] === undefined || shares[id] === 0 ? [] : [{ id, name, share: shares[id] }]));
};

export const bodyOf = (draft: InfluenceDraft): InfluencePut => ({
  owner: draft.functionId === null ? null : { functionId: draft.functionId, userId: draft.userId },
  functions: Object.entries(draft.functions).filter(([, { degree }]) => degree > 0)
    .map(([functionId, { degree, through, effect, note }]) => ({ functionId, degree, through: [...through], effect, note })),
});
