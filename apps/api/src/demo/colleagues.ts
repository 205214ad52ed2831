import type { FunctionCode } from './touchpoint-facts.js';

/** The invented people who score and answer for touchpoints beside whoever opened the demo; nobody can sign in as them. */
export const colleagueFunctions = ['CC', 'SEC', 'DIG'] as const satisfies readonly FunctionCode[];
export type ColleagueFunction = (typeof colleagueFunctions)[number];
