import type { ColleagueFunction } from './colleagues.js';
import type { ChannelCode, FunctionCode, TouchpointCode } from './touchpoint-facts.js';

/** Seven stages, in order. */
export type PerStage<T> = readonly [T, T, T, T, T, T, T];

/** Everything of the demo that is written in a language; figures and structure are elsewhere. */
export interface Story {
  workspace: string;
  journey: { name: string; owner: string; persona: string };
  stages: PerStage<string>;
  lanes: { touchpoints: string; actions: string; thoughts: string; emotion: string; channels: string; pains: string };
  actions: PerStage<readonly string[]>;
  thoughts: PerStage<readonly string[]>;
  functions: Record<FunctionCode, string>;
  /** Names of the people who stand for a function. */
  colleagues: Record<ColleagueFunction, string>;
  channels: Record<ChannelCode, string>;
  segments: readonly [string, string, string, string, string];
  /** Areas 1–6, 7–12, 13–18 and 19–24. */
  regions: readonly [string, string, string, string];
  touchpoints: Record<TouchpointCode, { name: string; pain: string; praise: string }>;
  /** What people add to a remark in their own words; the same number in every language. */
  endings: readonly [string, string, string, string];
  surveys: { contact: string; recommendation: string; satisfaction: string };
  questions: {
    csi: (touchpoint: string) => string;
    ease: (touchpoint: string) => string;
    feeling: (touchpoint: string) => string;
    recommendation: string;
    satisfaction: string;
  };
  scoreNote: string;
}
