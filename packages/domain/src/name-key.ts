/**
 * What two names have in common when they mean the same thing: compared without surrounding blanks and without case.
 *
 * @param name a touchpoint's or function's name as typed
 */
export const nameKey = (name: string): string => name.trim().normalize('NFC').toLowerCase();
