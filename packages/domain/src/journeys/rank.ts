import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { JOURNEY_LIMITS } from './document.js';

/** Anything that has a place in an ordered list. */
export interface Ranked {
  readonly id: string;
  readonly rank: string;
}

/** The one order of stages, of lanes and of a cell's cards: by rank, and by id where ranks are equal. */
export const byRank = (a: Ranked, b: Ranked): number => {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
};

/** Whether a text is an order key that other keys can be made around. */
export const isRank = (rank: string): boolean => {
  if (rank.length > JOURNEY_LIMITS.rank || !/^[A-Za-z][0-9A-Za-z]+$/.test(rank)) return false;
  try {
    generateKeyBetween(rank, null);
    return true;
  } catch {
    return false;
  }
};

/**
 * An order key between two others.
 *
 * @param lower the key before, or null for the start
 * @param upper the key after, or null for the end
 * @returns the key, or null when there is no room (keys are exhausted, too long or equal)
 */
export const rankBetween = (lower: string | null, upper: string | null): string | null => {
  if (lower !== null && lower === upper) return null;
  try {
    const rank = generateKeyBetween(lower, upper);
    return isRank(rank) ? rank : null;
  } catch {
    return null;
  }
};

/**
 * The key that puts an item at a position of a list, as drag-and-drop and arrow keys need it.
 *
 * @param peers the ordered list without the moved item
 * @param index where it shall stand: 0 is first, `peers.length` is last; other values are clipped
 */
export const rankAt = (peers: readonly Ranked[], index: number): string | null => {
  const at = Math.max(0, Math.min(index, peers.length));
  return rankBetween(peers[at - 1]?.rank ?? null, peers[at]?.rank ?? null);
};

/** Keys for a whole new list of `count` items, in order. */
export const evenRanks = (count: number): string[] => generateNKeysBetween(null, null, count);

/**
 * The key an item gets when it asks for one: the wanted one where it is free; beside its twin, in the order of ids, where it is taken;
 * after the last item where none is wanted.
 *
 * @param peers the ordered list without the item; its ranks are distinct
 * @returns the key, or null when the wanted one is no key or there is no room
 */
export const settleRank = (peers: readonly Ranked[], id: string, wanted: string | undefined): string | null => {
  if (wanted === undefined) return rankAt(peers, peers.length);
  if (!isRank(wanted)) return null;
  const twin = peers.findIndex((peer) => peer.rank === wanted);
  if (twin === -1) return wanted;
  const twinId = peers[twin]?.id ?? '';
  return rankAt(peers, id > twinId ? twin + 1 : twin);
};

/** The list with the item added, or put in place of the one with its id, in order. */
export const place = <T extends Ranked>(list: readonly T[], item: T): T[] => {
  const rest = list.filter((other) => other.id !== item.id);
  const at = rest.findIndex((other) => byRank(item, other) < 0);
  return at === -1 ? [...rest, item] : [...rest.slice(0, at), item, ...rest.slice(at)];
};

/** The list without one item. */
export const without = <T extends Ranked>(list: readonly T[], id: string): T[] => list.filter((item) => item.id !== id);
