import { meanEstimate } from './sample.js';
import { clip, type Interval } from './probability.js';

/** Emotion score −100..100 of ratings −2..+2: 50·mean, t interval clipped to the scale; null parts where n is too small (A11). */
export const emotionOf = (ratings: readonly number[], confidence = 0.95): { n: number; value: number | null; interval: Interval | null } => {
  const { n, mean, interval } = meanEstimate(ratings.map((rating) => 50 * rating), confidence);
  return { n, value: mean, interval: interval == null ? null : clip(interval, -100, 100) };
};
