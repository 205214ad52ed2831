import type { QuestionMetric } from '@afferent/contracts';

export type Scale = [number, number];

/** What a question's words promise: its metric, and whether it is about a score at all. */
export interface Hint { metric: QuestionMetric | null; score: boolean }

const METRICS: readonly { metric: QuestionMetric; words: RegExp }[] = [
  { metric: 'nps', words: /(?:^|[^\p{L}])e?nps(?:[^\p{L}]|$)|net.?pro|recommend|рекоменд/iu },
  { metric: 'emotion', words: /emotion|эмоци/iu },
  { metric: 'ces', words: /(?:^|[^\p{L}])ces(?:[^\p{L}]|$)|effort|how easy|easy to|made it easy|усили|насколько (?:вам )?(?:было )?(?:легко|просто)|легко ли|мне было (?:легко|просто)/iu },
  { metric: 'csi', words: /(?:^|[^\p{L}])csi(?:[^\p{L}]|$)/iu },
  { metric: 'csat', words: /(?:^|[^\p{L}])csat(?:[^\p{L}]|$)/iu },
];
const SCORE = /score|rating|rate|stars?|оценк|балл|satisf|удовлетв/iu;

export const hintOf = (words: string): Hint => {
  const metric = METRICS.find((each) => each.words.test(words))?.metric ?? null;
  return { metric, score: metric != null || SCORE.test(words) };
};

const BOUNDS = [
  /(?:^|[^\d.,-])(-2|[01])\s*(?:-|–|—|\.\.\.?|…|to|до|по)\s*(2|3|4|5|6|7|10)(?![\d.,]*\d)/u,
  /(?:^|[^\d.,-])(-2|[01])\s*[=–—-]\s*\p{L}[^=]*?[\s,;](2|3|4|5|6|7|10)\s*[=–—-]\s*\p{L}/u,
];

/** A scale written in a question: “(1–5)”, “on a scale of 0 to 10”, “от 1 до 7”, “1 = poor, 5 = excellent”. */
export const scaleInText = (text: string): Scale | undefined => {
  const match = BOUNDS.map((pattern) => pattern.exec(text)).find((found) => found != null);
  const [min, max] = [Number(match?.[1]), Number(match?.[2])];
  return match != null && max - min >= 2 ? [min, max] : undefined;
};

/** Scales to be tried in turn; the smallest that explains the values wins, the question's own metric goes first. */
export const usualScales = (hint: Hint, hasNought: boolean, hasMinusTwo: boolean): readonly Scale[] => {
  const ten: Scale = hasNought ? [0, 10] : [1, 10];
  const plain: readonly Scale[] = [...(hasMinusTwo || hint.metric === 'emotion' ? [[-2, 2] as Scale] : []), [1, 5], [1, 7], ten, [0, 10]];
  return hint.metric === 'ces' ? [[1, 5], [1, 7], ten] : plain;
};

/** The metric a question on this scale can be counted with: NPS and emotion have scales of their own, top boxes need enough points. */
export const metricOf = ({ metric }: Hint, [min, max]: Scale): QuestionMetric => {
  const points = max - min + 1;
  if (min === -2 && max === 2) return 'emotion';
  if (metric === 'nps' && min === 0 && max === 10) return 'nps';
  if (metric === 'ces' && points >= 5 && points <= 7) return 'ces';
  if (metric === 'csi' || points < 5 || points > 7) return metric === 'csat' && points >= 5 ? 'csat' : 'csi';
  return 'csat';
};
