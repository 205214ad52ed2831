import { z } from 'zod';
import { JOURNEY_LIMITS, JOURNEY_STATES, LANE_KINDS, type Operation } from '@afferent/domain';
import { idSchema, instantSchema, lineSchema, textSchema, wholeNumberText } from './primitives.js';

const name = lineSchema(JOURNEY_LIMITS.name);
const title = lineSchema(JOURNEY_LIMITS.title).nullable();
const text = textSchema(JOURNEY_LIMITS.text).nullable();
const emotion = z.number().min(-2).max(2).nullable();
const rank = z.string().max(JOURNEY_LIMITS.rank).optional();

/** The client's own count of its operations: with `clientId` it makes a repeated sending harmless. */
const clientSeq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Strict objects of every operation, with more fields in front where a batch needs them. */
const operations = <S extends z.ZodRawShape>(more: S) => {
  const op = <T extends string, R extends z.ZodRawShape>(type: T, rest: R) => z.strictObject({ ...more, type: z.literal(type), ...rest });
  const set = <T extends string, K extends string, R extends z.ZodRawShape>(target: T, property: K, rest: R) =>
    op('setProperty', { target: z.literal(target), property: z.literal(property), ...rest });
  return z.discriminatedUnion('type', [
    op('addStage', { stageId: idSchema, name, rank }),
    op('renameStage', { stageId: idSchema, name }),
    op('moveStage', { stageId: idSchema, rank }),
    op('removeStage', { stageId: idSchema }),
    op('addLane', { laneId: idSchema, kind: z.enum(LANE_KINDS), name, rank, collapsed: z.boolean().optional() }),
    op('renameLane', { laneId: idSchema, name }),
    op('moveLane', { laneId: idSchema, rank }),
    op('removeLane', { laneId: idSchema }),
    op('addCard', {
      cardId: idSchema, stageId: idSchema, laneId: idSchema, rank,
      title: title.optional(), text: text.optional(), touchpointId: idSchema.nullish(), emotion: emotion.optional(),
    }),
    op('moveCard', { cardId: idSchema, stageId: idSchema, laneId: idSchema, rank }),
    op('removeCard', { cardId: idSchema }),
    op('linkTouchpoint', { cardId: idSchema, touchpointId: idSchema }),
    op('unlinkTouchpoint', { cardId: idSchema }),
    z.discriminatedUnion('target', [
      z.discriminatedUnion('property', [
        set('journey', 'name', { value: name }),
        set('journey', 'state', { value: z.enum(JOURNEY_STATES) }),
        set('journey', 'persona', { value: name.nullable() }),
        set('journey', 'owner', { value: name.nullable() }),
      ]),
      set('lane', 'collapsed', { id: idSchema, value: z.boolean() }),
      z.discriminatedUnion('property', [
        set('card', 'title', { id: idSchema, value: title }),
        set('card', 'text', { id: idSchema, value: text }),
        set('card', 'emotion', { id: idSchema, value: emotion }),
      ]),
    ]),
  ]);
};

/** An operation of `@afferent/domain` on the wire. */
export const operationSchema = operations({}) satisfies z.ZodType<Operation>;

/** Body of `POST …/journeys/{journeyId}/operations`: applied in their order, each with its own outcome. */
export const operationBatchSchema = z.strictObject({
  clientId: lineSchema(100),
  operations: z.array(operations({ clientSeq })).min(1).max(500),
}).meta({ id: 'OperationBatch' });
export type OperationBatch = z.infer<typeof operationBatchSchema>;

/** `applied` now, `duplicate` = was applied before under the same (clientId, clientSeq), `rejected` = changed nothing, `code` says why. */
export const operationResultSchema = z.object({
  clientSeq: z.number().int(),
  seq: z.number().int().nullable(),
  status: z.enum(['applied', 'duplicate', 'rejected']),
  code: z.string().nullable(),
});
export type OperationResult = z.infer<typeof operationResultSchema>;

/** Answer of the batch: the journey's `seq` after it, one result per operation in the order sent. */
export const operationResultsSchema = z.object({ seq: z.number().int(), results: z.array(operationResultSchema) }).meta({ id: 'OperationResults' });
export type OperationResults = z.infer<typeof operationResultsSchema>;

/** Query of the catch-up: what came after `after`, the oldest first. */
export const operationLogQuerySchema = z.strictObject({
  after: wholeNumberText(z.int().min(0).default(0)),
  limit: wholeNumberText(z.int().min(1).max(1000).default(500)),
});
export type OperationLogQuery = z.infer<typeof operationLogQuerySchema>;

/** Answer of the catch-up: `seq` is the journey's head, `nextCursor` the next `after` where there is more. */
export const operationLogSchema = z.object({
  seq: z.number().int(),
  items: z.array(z.object({
    seq: z.number().int(),
    clientId: z.string(),
    clientSeq: z.number().int(),
    userId: idSchema,
    at: instantSchema,
    operation: operationSchema,
  })),
  nextCursor: z.string().nullable(),
}).meta({ id: 'OperationLog' });
export type OperationLog = z.infer<typeof operationLogSchema>;
