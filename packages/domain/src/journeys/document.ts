/** Kinds of lanes a map may have, in the order in which they are offered. */
export const LANE_KINDS = [
  'touchpoints', 'actions', 'thoughts', 'emotion', 'channels', 'pains', 'gains', 'expectations',
  'standards', 'frontstage', 'backstage', 'support', 'systems', 'metrics', 'image', 'text',
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** `current` is the journey as it is, `future` as it shall be. */
export const JOURNEY_STATES = ['current', 'future'] as const;
export type JourneyState = (typeof JOURNEY_STATES)[number];

/** A column. `rank` is a fractional index, unique among the stages. */
export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
}

/** A row. `rank` is a fractional index, unique among the lanes. */
export interface Lane {
  readonly id: string;
  readonly kind: LaneKind;
  readonly name: string;
  readonly rank: string;
  readonly collapsed: boolean;
}

/** An item in the cell of a stage and a lane; `rank` is unique in its cell. `emotion` is the workshop's guess, −2..2. */
export interface Card {
  readonly id: string;
  readonly stageId: string;
  readonly laneId: string;
  readonly rank: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly touchpointId: string | null;
  readonly emotion: number | null;
}

/** A journey map: all that operations change. Each list is kept ordered by rank, then id. */
export interface JourneyDocument {
  readonly name: string;
  readonly state: JourneyState;
  readonly persona: string | null;
  readonly owner: string | null;
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
  readonly cards: readonly Card[];
}

/** Bounds of a map: counts of items, and lengths in UTF-16 code units. */
export const JOURNEY_LIMITS = {
  stages: 60,
  lanes: 60,
  cards: 5000,
  name: 200,
  title: 300,
  text: 10_000,
  rank: 1000,
} as const;

/**
 * A map with nothing on it but its own properties.
 *
 * @param properties name, state, persona and owner
 */
export const emptyDocument = (properties: Pick<JourneyDocument, 'name' | 'state' | 'persona' | 'owner'>): JourneyDocument => ({
  name: properties.name,
  state: properties.state,
  persona: properties.persona,
  owner: properties.owner,
  stages: [],
  lanes: [],
  cards: [],
});
