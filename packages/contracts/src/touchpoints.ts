import { z } from 'zod';
import { pageQuerySchema, pageSchema } from './page.js';
import { idSchema, instantSchema, lineSchema, pSchema, textSchema } from './primitives.js';

/** Channels offered while typing; any other line of text is a channel too. */
export const suggestedChannels = ['app', 'website', 'branch', 'phone', 'chat', 'e-mail', 'messages', 'cash machine', 'delivery', 'advertising', 'social media', 'word of mouth'] as const;

const touchpointName = lineSchema(200);
const channel = lineSchema(200);
const importance = z.number().min(0).max(10);
const contactsPerMonth = z.number().min(0).max(1e12);
const points = z.number().min(-100).max(100);
const percent = z.number().min(0).max(100);

/** Target values by measure: NPS and emotion on −100..100, all others on 0..100. */
export const targetsSchema = z.strictObject({
  nps: points, emotion: points, csat: percent, csi: percent, ces: percent, threeP: percent, people: percent, process: percent, product: percent,
}).partial();
export type Targets = z.infer<typeof targetsSchema>;

/** Body of `POST /workspaces/{workspaceId}/touchpoints`. */
export const touchpointCreateSchema = z.strictObject({
  name: touchpointName,
  channel: channel.nullish(),
  leadingP: pSchema.nullish(),
  importance: importance.nullish(),
  contactsPerMonth: contactsPerMonth.nullish(),
  targets: targetsSchema.optional(),
  momentOfTruth: z.boolean().optional(),
}).meta({ id: 'TouchpointCreate' });
export type TouchpointCreate = z.infer<typeof touchpointCreateSchema>;

/** Body of `PATCH …/touchpoints/{touchpointId}`: what is left out stays, null empties, `targets` is replaced as a whole. */
export const touchpointPatchSchema = touchpointCreateSchema.partial().meta({ id: 'TouchpointPatch' });
export type TouchpointPatch = z.infer<typeof touchpointPatchSchema>;

/** One P now: mean rubric level 1..5 of the latest score of each of `n` authors, and the same on 0..100. */
export const currentPSchema = z.object({ score: z.number().nullable(), value: z.number().nullable(), n: z.number().int() });
export type CurrentP = z.infer<typeof currentPSchema>;

/** The staff's view of a touchpoint now (A12); `flag` = spread ≥ 25: the average hides a hole. */
export const currentThreePSchema = z.object({
  people: currentPSchema,
  process: currentPSchema,
  product: currentPSchema,
  composite: z.number().nullable(),
  weakest: pSchema.nullable(),
  spread: z.number().nullable(),
  flag: z.boolean(),
}).meta({ id: 'CurrentThreeP' });
export type CurrentThreeP = z.infer<typeof currentThreePSchema>;

/** The accountable owner as shown on a card: a function, and a person of it where one is named. */
export const namedOwnerSchema = z.object({
  functionId: idSchema,
  functionName: z.string(),
  userId: idSchema.nullable(),
  userName: z.string().nullable(),
});
export type NamedOwner = z.infer<typeof namedOwnerSchema>;

/** A touchpoint of the catalogue; `version` is what `If-Match: "v<version>"` of a PATCH names. */
export const touchpointSchema = z.object({
  id: idSchema,
  name: z.string(),
  channel: z.string().nullable(),
  leadingP: pSchema.nullable(),
  importance: z.number().nullable(),
  contactsPerMonth: z.number().nullable(),
  targets: targetsSchema,
  momentOfTruth: z.boolean(),
  owner: namedOwnerSchema.nullable(),
  threeP: currentThreePSchema,
  /** The maps it stands on. */
  journeyIds: z.array(idSchema),
  version: z.number().int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
}).meta({ id: 'Touchpoint' });
export type Touchpoint = z.infer<typeof touchpointSchema>;

/** Query of `GET /workspaces/{workspaceId}/touchpoints`: ordered by name; `search` finds a part of the name. */
export const touchpointsQuerySchema = pageQuerySchema.extend({ search: lineSchema(200).optional() });
export type TouchpointsQuery = z.infer<typeof touchpointsQuerySchema>;
export const touchpointsSchema = pageSchema(touchpointSchema).meta({ id: 'Touchpoints' });
export type Touchpoints = z.infer<typeof touchpointsSchema>;

const level = z.number().int().min(1).max(5);

/** Body of `POST …/touchpoints/{touchpointId}/scores`; at least one P, else 422 `no_score`; a `scoredAt` after now is 422 `scored_in_future`. */
export const scoreCreateSchema = z.strictObject({
  people: level.nullish(),
  process: level.nullish(),
  product: level.nullish(),
  note: textSchema(4000).nullish(),
  evidence: textSchema(4000).nullish(),
  scoredAt: instantSchema.refine((value) => value >= '1990', 'dates start at 1990').optional(),
}).meta({ id: 'ScoreCreate' });
export type ScoreCreate = z.infer<typeof scoreCreateSchema>;

export const scoreSchema = z.object({
  id: idSchema,
  touchpointId: idSchema,
  people: z.number().int().nullable(),
  process: z.number().int().nullable(),
  product: z.number().int().nullable(),
  note: z.string().nullable(),
  evidence: z.string().nullable(),
  scoredAt: instantSchema,
  author: z.object({ userId: idSchema, name: z.string() }),
}).meta({ id: 'Score' });
export type Score = z.infer<typeof scoreSchema>;

/** Answer of `GET …/touchpoints/{touchpointId}/scores`: the current 3P, and every score, the latest first. */
export const scoresSchema = pageSchema(scoreSchema).extend({ current: currentThreePSchema }).meta({ id: 'Scores' });
export type Scores = z.infer<typeof scoresSchema>;
