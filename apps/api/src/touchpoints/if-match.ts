import { Problem } from '../platform/http/problem.js';

/** The version of a touchpoint as an entity tag. */
export const etagOf = (version: number): string => `"v${version}"`;

const tag = /^(?:W\/)?"?v?(\d{1,9})"?$/;

/** The versions an `If-Match` names, or `any` for `*`; without the header 428. A text that is no tag of ours matches nothing. */
export function versionsOf(ifMatch: string | undefined): number[] | 'any' {
  if (ifMatch === undefined || ifMatch.trim() === '') {
    throw new Problem(428, 'if_match_required', 'Send If-Match with the ETag of the state you are changing');
  }
  if (ifMatch.trim() === '*') return 'any';
  return ifMatch.split(',').flatMap((part) => tag.exec(part.trim())?.[1] ?? []).map(Number);
}
