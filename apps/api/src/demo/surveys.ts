import type { QuestionMetric } from '@afferent/contracts';
import { askedTouchpoints } from './levels.js';
import type { Story } from './story.js';
import type { TouchpointCode } from './touchpoint-facts.js';

/** The demo's three surveys: a short one after a contact, and two about the whole journey. */
export const demoSurveys = ['contact', 'recommendation', 'satisfaction'] as const;
export type DemoSurvey = (typeof demoSurveys)[number];

export const relationshipKeys = { recommendation: 'recommendation', satisfaction: 'satisfaction' } as const;

export const questionKey = (code: TouchpointCode, metric: 'csi' | 'ces' | 'emotion'): string => `${code.toLowerCase()}_${metric}`;

export interface DemoQuestion {
  key: string;
  text: string;
  metric: QuestionMetric;
  scale: [number, number];
  /** null for the whole journey. */
  touchpoint: TouchpointCode | null;
}

const contactQuestions = (story: Story): DemoQuestion[] =>
  askedTouchpoints.flatMap(({ code, ease, feeling }) => {
    const name = story.touchpoints[code].name;
    const rating: DemoQuestion = { key: questionKey(code, 'csi'), text: story.questions.csi(name), metric: 'csi', scale: [1, 5], touchpoint: code };
    const effort: DemoQuestion = { key: questionKey(code, 'ces'), text: story.questions.ease(name), metric: 'ces', scale: [1, 7], touchpoint: code };
    const emotion: DemoQuestion = { key: questionKey(code, 'emotion'), text: story.questions.feeling(name), metric: 'emotion', scale: [-2, 2], touchpoint: code };
    return [rating, ...(ease == null ? [] : [effort]), ...(feeling == null ? [] : [emotion])];
  });

export function surveyIn(story: Story, survey: DemoSurvey): { name: string; kind: 'relational' | 'transactional'; questions: DemoQuestion[] } {
  const name = story.surveys[survey];
  switch (survey) {
    case 'contact':
      return { name, kind: 'transactional', questions: contactQuestions(story) };
    case 'recommendation':
      return { name, kind: 'relational', questions: [{ key: relationshipKeys.recommendation, text: story.questions.recommendation, metric: 'nps', scale: [0, 10], touchpoint: null }] };
    case 'satisfaction':
      return { name, kind: 'relational', questions: [{ key: relationshipKeys.satisfaction, text: story.questions.satisfaction, metric: 'csi', scale: [1, 5], touchpoint: null }] };
  }
}
