/** An address of this application only; anything else could lead a person away after the sign-in. */
export const safeNext = (next: string | null): string => (next != null && /^\/(?![/\\])/.test(next) ? next : '/');
