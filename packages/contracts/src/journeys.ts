import { z } from 'zod';
import { JOURNEY_LIMITS, JOURNEY_STATES, LANE_KINDS, byRank, type JourneyDocument } from '@afferent/domain';
import { pageSchema } from './page.js';
import { idSchema, instantSchema, lineSchema, pSchema } from './primitives.js';
import { touchpointSchema } from './touchpoints.js';

const name = lineSchema(JOURNEY_LIMITS.name);

/** Body of `POST /workspaces/{workspaceId}/journeys`; a touchpoint name the catalogue has (trimmed, case-insensitive) is linked, else made. */
export const journeyCreateSchema = z.strictObject({
  name,
  state: z.enum(JOURNEY_STATES),
  persona: name.nullish(),
  owner: name.nullish(),
  stages: z.array(z.strictObject({
    name,
    touchpoints: z.array(z.strictObject({
      name,
      channel: lineSchema(200).nullish(),
      leadingP: pSchema.nullish(),
    })).max(1000).optional(),
  })).max(JOURNEY_LIMITS.stages).optional(),
}).refine(
  (journey) => (journey.stages ?? []).reduce((sum, stage) => sum + (stage.touchpoints?.length ?? 0), 0) <= JOURNEY_LIMITS.cards,
  { path: ['stages'], message: `a map holds at most ${JOURNEY_LIMITS.cards} cards` },
).meta({ id: 'JourneyCreate' });
export type JourneyCreate = z.infer<typeof journeyCreateSchema>;

const stageSchema = z.object({ id: idSchema, name: z.string(), rank: z.string() });
const laneSchema = z.object({ id: idSchema, kind: z.enum(LANE_KINDS), name: z.string(), rank: z.string(), collapsed: z.boolean() });
const cardSchema = z.object({
  id: idSchema,
  laneId: idSchema,
  stageId: idSchema,
  rank: z.string(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  touchpointId: idSchema.nullable(),
  emotion: z.number().nullable(),
});

/** A touchpoint on a map: the catalogue's record, and the card that stands for it (the first in a lane of touchpoints). */
export const journeyTouchpointSchema = touchpointSchema.extend({ stageId: idSchema, cardId: idSchema });
export type JourneyTouchpoint = z.infer<typeof journeyTouchpointSchema>;

/** What is told of a journey wherever one is told of; `seq` is the number of its map's last operation. */
const headSchema = z.object({
  id: idSchema,
  name: z.string(),
  state: z.enum(JOURNEY_STATES),
  persona: z.string().nullable(),
  owner: z.string().nullable(),
  seq: z.number().int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});

/** A journey map at `seq`: stages and lanes in their order, cards and touchpoints in map order. */
export const journeySchema = headSchema.extend({
  stages: z.array(stageSchema),
  lanes: z.array(laneSchema),
  cards: z.array(cardSchema),
  touchpoints: z.array(journeyTouchpointSchema),
}).meta({ id: 'Journey' });
export type Journey = z.infer<typeof journeySchema>;

/** The map of an answer as the document that operations change. */
export const documentOf = (journey: Journey): JourneyDocument => ({
  name: journey.name,
  state: journey.state,
  persona: journey.persona,
  owner: journey.owner,
  stages: journey.stages,
  lanes: journey.lanes,
  cards: journey.cards.toSorted(byRank),
});

/** One line of `GET /workspaces/{workspaceId}/journeys`, the newest first. */
export const journeySummarySchema = headSchema.extend({
  stages: z.array(z.object({ id: idSchema, name: z.string() })),
  touchpointCount: z.number().int(),
}).meta({ id: 'JourneySummary' });
export type JourneySummary = z.infer<typeof journeySummarySchema>;
export const journeysSchema = pageSchema(journeySummarySchema).meta({ id: 'Journeys' });
export type Journeys = z.infer<typeof journeysSchema>;
