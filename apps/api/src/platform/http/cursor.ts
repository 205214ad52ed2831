import { z } from 'zod';
import type { ShortListQuery } from '@afferent/contracts';
import { Problem } from './problem.js';

/** The place in a list as an opaque text. */
const cursorOf = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

const readable = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

const foreign = () => new Problem(400, 'bad_cursor', 'This cursor was not given by this list');

/** The values a cursor was made of; null at the start of a list; a foreign text is 400. */
export function valuesOf(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  const parsed = z.array(z.string().refine((value) => !value.includes('\u0000'))).length(length).safeParse(readable(cursor));
  if (!parsed.success) throw foreign();
  return parsed.data;
}

/** A page of a list read with one row more than asked for. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
}

/** A page of a list that was read as a whole; what was the last item of the page before has to be in it still. */
export function pageOfAll<T>(all: readonly T[], { cursor, limit = Math.max(all.length, 1) }: ShortListQuery, idOf: (item: T) => string): { items: T[]; nextCursor: string | null } {
  const after = valuesOf(cursor, 1)?.[0];
  const start = after === undefined ? 0 : all.findIndex((item) => idOf(item) === after) + 1;
  if (after !== undefined && start === 0) throw foreign();
  return pageOf(all.slice(start, start + limit + 1), limit, (item) => [idOf(item)]);
}
