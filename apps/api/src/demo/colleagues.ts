import { storyIn } from './stories.js';
import type { FunctionCode } from './touchpoint-facts.js';

/** The invented people who score and answer for touchpoints beside whoever opened the demo; nobody can sign in as them. */
export const colleagueFunctions = ['CC', 'SEC', 'DIG'] as const satisfies readonly FunctionCode[];
export type ColleagueFunction = (typeof colleagueFunctions)[number];

/** An address like a real one; the end of the workspace's id keeps those of two demos apart. */
export const colleagueEmail = (code: ColleagueFunction, workspaceId: string): string =>
  `${storyIn('en').colleagues[code].toLowerCase().replaceAll(' ', '.')}.${workspaceId.slice(-12)}@afferent.example`;
