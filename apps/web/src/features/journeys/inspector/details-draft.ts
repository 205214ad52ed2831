import type { HeatmapMetric, P, Touchpoint, TouchpointPatch } from '@afferent/contracts';

/** The form of a touchpoint's own properties; numbers stay text while they are typed. */
export interface DetailsDraft {
  channel: string;
  leadingP: P | '';
  importance: number | '';
  contactsPerMonth: number | '';
  momentOfTruth: boolean;
  target: number | '';
}

const FIELDS = ['channel', 'leadingP', 'importance', 'contactsPerMonth', 'momentOfTruth', 'target'] as const satisfies readonly (keyof DetailsDraft)[];
export type Field = (typeof FIELDS)[number];

export const draftOf = (touchpoint: Touchpoint, metric: HeatmapMetric): DetailsDraft => ({
  channel: touchpoint.channel ?? '',
  leadingP: touchpoint.leadingP ?? '',
  importance: touchpoint.importance ?? '',
  contactsPerMonth: touchpoint.contactsPerMonth ?? '',
  momentOfTruth: touchpoint.momentOfTruth,
  target: touchpoint.targets[metric] ?? '',
});

const orNull = <T>(value: T | ''): T | null => (value === '' ? null : value);

/** Only what differs from `base` is sent, so that other people's changes of other fields stay. */
export const patchOf = (draft: DetailsDraft, base: DetailsDraft, targets: Touchpoint['targets'], metric: HeatmapMetric): TouchpointPatch => {
  const differs = (field: Field) => draft[field] !== base[field];
  const { [metric]: _, ...others } = targets;
  return {
    ...(differs('channel') ? { channel: orNull(draft.channel.trim()) } : {}),
    ...(differs('leadingP') ? { leadingP: orNull(draft.leadingP) } : {}),
    ...(differs('importance') ? { importance: orNull(draft.importance) } : {}),
    ...(differs('contactsPerMonth') ? { contactsPerMonth: orNull(draft.contactsPerMonth) } : {}),
    ...(differs('momentOfTruth') ? { momentOfTruth: draft.momentOfTruth } : {}),
    ...(differs('target') ? { targets: draft.target === '' ? others : { ...others, [metric]: draft.target } } : {}),
  };
};

/** Fields that somebody else changed since `base` was read. */
export const changedBetween = (base: DetailsDraft, current: DetailsDraft): Field[] => FIELDS.filter((field) => base[field] !== current[field]);

/** What was typed stays; everything the person did not touch takes its current value. */
export const rebase = (draft: DetailsDraft, base: DetailsDraft, current: DetailsDraft): DetailsDraft => {
  const touched = Object.fromEntries(FIELDS.filter((field) => draft[field] !== base[field]).map((field) => [field, draft[field]]));
  return { ...current, ...touched };
};
