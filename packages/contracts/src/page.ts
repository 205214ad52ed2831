import { z } from 'zod';
import { wholeNumberText } from './primitives.js';

/** A list answer: `nextCursor` is null on the last page. */
export const pageSchema = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A cursor holds what a list is ordered by; the longest is 500 characters of a response's id, escaped and in base64. */
const LONGEST_CURSOR = 5000;

/** Query of a list: an opaque cursor from the answer before, and how many items. */
export const pageQuerySchema = z.strictObject({
  cursor: z.string().max(LONGEST_CURSOR).optional(),
  limit: wholeNumberText(z.int().min(1).max(200).default(100)),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** Query of a list that is short by nature: without a `limit` it comes as a whole. */
export const shortListQuerySchema = pageQuerySchema.extend({ limit: wholeNumberText(z.int().min(1).max(200).optional()) });
export type ShortListQuery = z.infer<typeof shortListQuerySchema>;
