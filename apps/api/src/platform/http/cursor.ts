import { z } from 'zod';
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

/** The values a cursor was made of; null at the start of a list; a foreign text is 400. */
export function valuesOf(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  const parsed = z.array(z.string().refine((value) => !value.includes('\u0000'))).length(length).safeParse(readable(cursor));
  if (!parsed.success) throw new Problem(400, 'bad_cursor', 'This cursor was not given by this list');
  return parsed.data;
}

/** A page of a list read with one row more than asked for. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
}
