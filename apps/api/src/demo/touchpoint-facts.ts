import type { P } from '@afferent/contracts';

export const functionCodes = ['MKT', 'PRD', 'DIG', 'IT', 'BR', 'CC', 'SEC', 'OPS', 'FIN', 'HR'] as const;
export type FunctionCode = (typeof functionCodes)[number];

export const channelCodes = ['WOM', 'ADV', 'REV', 'WEB', 'APP', 'BRN', 'VIS', 'TEL', 'CHT', 'MSG', 'ATM'] as const;
export type ChannelCode = (typeof channelCodes)[number];

export const touchpointCodes = [
  'T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13',
  'T14', 'T15', 'T16', 'T17', 'T18', 'T19', 'T20', 'T21', 'T22', 'T23', 'T24', 'T25',
] as const;
export type TouchpointCode = (typeof touchpointCodes)[number];

/** What the story says of a touchpoint in every language. */
export interface TouchpointFacts {
  code: TouchpointCode;
  /** 0 … 6. */
  stage: number;
  channel: ChannelCode;
  leadingP: P;
  owner: FunctionCode | null;
  influence: Partial<Record<FunctionCode, number>>;
  momentOfTruth: boolean;
  contactsPerMonth: number | null;
  target: number | null;
  /** Staff's rubric 1 … 5 for people, process, product; null where the touchpoint has no such P. */
  staff: readonly [number | null, number | null, number | null];
  /** The workshop's guess, −2 … +2. */
  emotionGuess: number;
}

type Row = [
  stage: number, channel: ChannelCode, leadingP: P, owner: FunctionCode | null, influence: Partial<Record<FunctionCode, number>>,
  thousandContacts: number | null, target: number | null, staff: TouchpointFacts['staff'], emotionGuess: number,
];

const _ = null;
const [people, process, product] = ['people', 'process', 'product'] as const;

const rows: Record<TouchpointCode, Row> = {
  T01: [1, 'WOM', product, 'MKT', { MKT: 2, PRD: 2, CC: 1 }, _, _, [_, _, _], 1],
  T02: [1, 'ADV', product, 'MKT', { MKT: 3, PRD: 2, FIN: 1 }, 120, 68, [_, 3, 4], 0.5],
  T03: [1, 'REV', process, null, { MKT: 1, CC: 1, PRD: 1 }, 15, 65, [2, 2, _], 0],
  T04: [2, 'WEB', product, 'PRD', { PRD: 3, FIN: 2, DIG: 2, MKT: 1 }, 60, 74, [_, 4, 3], 0],
  T05: [2, 'TEL', people, 'CC', { CC: 3, HR: 2, PRD: 1 }, 9, 80, [4, 4, 3], 0.5],
  T06: [3, 'APP', process, 'DIG', { DIG: 3, SEC: 2, IT: 2, PRD: 1 }, 14, 78, [_, 3, 4], -0.5],
  T07: [3, 'BRN', people, 'BR', { BR: 3, HR: 2, OPS: 1, IT: 1 }, 6, 80, [4, 3, 4], 0.5],
  T08: [3, 'VIS', process, 'OPS', { OPS: 3, DIG: 1, HR: 1 }, 11, 86, [4, 4, 4], 0],
  T09: [4, 'APP', product, 'DIG', { DIG: 3, IT: 2, SEC: 1 }, 12, 82, [_, 4, 4], 0.5],
  T10: [4, 'MSG', process, 'MKT', { MKT: 3, DIG: 2, PRD: 1 }, 12, 72, [_, 4, 3], 1],
  T11: [5, 'APP', product, 'DIG', { DIG: 3, IT: 3, PRD: 1 }, 185, 86, [_, 4, 5], 1],
  T12: [5, 'APP', product, 'DIG', { DIG: 2, IT: 2, SEC: 2, PRD: 1 }, 130, 87, [_, 4, 5], 1],
  T13: [5, 'APP', product, 'PRD', { PRD: 3, FIN: 2, DIG: 2, MKT: 1 }, 95, 72, [_, 4, 4], 1.5],
  T14: [5, 'ATM', product, 'OPS', { OPS: 3, IT: 2, BR: 1 }, 70, 78, [_, 4, 3], 0],
  T15: [5, 'MSG', product, 'DIG', { DIG: 3, MKT: 2, IT: 1 }, 190, 76, [_, 4, 4], 0],
  T16: [6, 'APP', process, 'SEC', { SEC: 3, CC: 2, DIG: 1, IT: 1 }, 12, 70, [3, 4, 4], -0.5],
  T17: [6, 'TEL', process, 'CC', { CC: 3, IT: 2, SEC: 1 }, 46, 65, [_, 3, 3], -1],
  T18: [6, 'TEL', people, 'CC', { CC: 3, HR: 2, PRD: 1 }, 34, 82, [4, 3, 3], 0.5],
  T19: [6, 'CHT', product, 'DIG', { DIG: 3, CC: 2, IT: 1 }, 52, 62, [_, 3, 3], 0.5],
  T20: [6, 'BRN', process, 'BR', { BR: 3, HR: 1, OPS: 1, IT: 1 }, 21, 75, [4, 2, 3], -0.5],
  T21: [6, 'TEL', process, 'CC', { CC: 2, OPS: 2, SEC: 1, PRD: 1, FIN: 1 }, 1.9, 60, [3, 2, _], -1.5],
  T22: [7, 'TEL', people, 'CC', { CC: 3, PRD: 2, FIN: 2 }, 0.4, 60, [4, 3, 3], -0.5],
  T23: [7, 'BRN', process, 'BR', { BR: 2, OPS: 2, SEC: 1 }, 0.6, 60, [3, 2, 3], -1],
  T24: [7, 'MSG', process, null, { MKT: 1, OPS: 1, FIN: 1 }, 1.5, 55, [_, 1, _], 0],
  T25: [7, 'TEL', product, 'MKT', { MKT: 3, PRD: 2 }, 0.8, 60, [3, 3, 3], 0.5],
};

const momentsOfTruth: ReadonlySet<TouchpointCode> = new Set<TouchpointCode>(['T08', 'T09', 'T12', 'T16', 'T18', 'T21']);

/** The 25 touchpoints in map order. */
export const touchpointFacts: readonly TouchpointFacts[] = touchpointCodes.map((code) => {
  const [stage, channel, leadingP, owner, influence, thousandContacts, target, staff, emotionGuess] = rows[code];
  return {
    code, stage: stage - 1, channel, leadingP, owner, influence, target, staff, emotionGuess,
    momentOfTruth: momentsOfTruth.has(code),
    contactsPerMonth: thousandContacts == null ? null : Math.round(thousandContacts * 1000),
  };
});

/** What each function acts through, wherever a touchpoint has that P. */
const actsThrough: Record<FunctionCode, readonly P[]> = {
  MKT: [process, product], PRD: [product], DIG: [product], IT: [product], BR: [people, process], CC: [people, process],
  SEC: [process], OPS: [process], FIN: [product], HR: [people],
};

/** The Ps a function acts through at a touchpoint: of its own ones those that the staff score there, else the leading one. */
export function throughOf(code: FunctionCode, { staff, leadingP }: Pick<TouchpointFacts, 'staff' | 'leadingP'>): readonly P[] {
  const present = [people, process, product].filter((_, index) => staff[index] != null);
  const through = actsThrough[code].filter((p) => present.includes(p));
  return through.length > 0 ? through : [leadingP];
}
