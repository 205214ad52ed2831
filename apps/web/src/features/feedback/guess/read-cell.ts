import { conceptOf, feelingOf, type Concept } from './feelings';

/** What one cell of a survey file says, as far as it can be told without its column. */
export type Cell =
  | { kind: 'score'; score: number }
  /** A score with words: “7 - Very easy”, “Very satisfied (5)”. */
  | { kind: 'labelled'; score: number }
  | { kind: 'decimal'; score: number }
  | { kind: 'noAnswer' }
  /** An answer in words, from −2.5 (worst) over 0 to 2.5 (best). */
  | { kind: 'words'; feeling: number; about: Concept }
  | { kind: 'text' };

const NO_ANSWER = new RegExp(`^(?:${[
  String.raw`[-–—.?x*]+`, String.raw`n\.?[/ ]?a\.?`, 'nan', '#n/a', '#null!', 'null', 'none', 'nil', 'blank', 'missing', 'skipped', 'dk', 'dk/ra',
  "(?:i )?(?:don'?t|do not|can'?t|cannot) (?:know|say|remember|recall|judge).*", 'not (?:sure|applicable|used|answered|asked|stated|relevant|rated|visited|given|tried|available|experienced).*', 'no (?:answer|opinion|response|reply|experience|contact|visit|rating|data|basis|information).*', 'unsure',
  "(?:i )?(?:did|have|has)(?:n'?t| not) (?:use|visit|experience|try|need).*", 'never used.*', 'refused.*', 'prefer not.*', 'declined.*', "can'?t rate.*",
  'не знаю.*', 'затрудн.*', 'нет (?:ответа|мнения|данных).*', 'не ?применимо.*', 'не (?:пользовал|использовал|посещал|обращал|сталкивал|был|помн|ответ|указан|хочу|ходил|езди|заказыва|покупал|звони|оцени|определ).*', 'отказ.*', String.raw`н[/ ]?[дпо]\.?`, 'пропуск.*', 'пусто',
].join('|')})$`, 'iu');

/** Whether words alone mean that there is no answer; numbers never do. */
const meansNoAnswer = (text: string): boolean => NO_ANSWER.test(text.trim().replaceAll('’', "'"));

/** Scores with words; where the number comes last without brackets, `felt` asks the words for a feeling, or “Terminal 2” would be a score. */
const LABELLED: readonly { pattern: RegExp; score: (match: RegExpExecArray) => number; words: (match: RegExpExecArray) => string; felt?: true }[] = [
  // 7 - Very easy · 10 – Extremely likely · 5. Отлично · 4 = good · 5 stars · 0 (Not at all likely)
  { pattern: /^([-+−]?\d{1,2})\s*(?:[-–—=.:)([]\s*|\s)(\p{L}.*)$/u, score: ([, digits = '']) => Number(digits.replace('−', '-')), words: ([, , words = '']) => words.replace(/[)\]]$/, '') },
  // Very satisfied (5) · Отлично [5]
  { pattern: /^(\D*\p{L}\D*?)\s*[([]([-+−]?\d{1,2})[)\]]$/u, score: ([, , digits = '']) => Number(digits.replace('−', '-')), words: ([, words = '']) => words },
  // Extremely likely - 10 · Отлично: 5 · Very satisfied 5
  { pattern: /^(\p{L}\D*?)\s*[-–—=:]?\s*(\d{1,2})$/u, score: ([, , digits]) => Number(digits), words: ([, words = '']) => words, felt: true },
  // 4/5 · 8 out of 10 · 4 из 5
  { pattern: /^(\d{1,2})\s*(?:\/|out of|of|из)\s*(?:5|7|10)$/u, score: ([, digits]) => Number(digits), words: () => '' },
  // ★★★★☆
  { pattern: /^(★{1,10})☆*$/u, score: ([, stars = '']) => stars.length, words: () => '' },
];
const MOST_SCORE = 10;
/** A rated thing with its number, not an answer: “Satisfaction 2”. */
const THING = /(?:tion|ness|ость|ота)(?!\p{L})|(?<!\p{L})(?:of|with|to)(?!\p{L})/iu;

const readWords = (text: string): Cell => {
  const feeling = feelingOf(text);
  if (feeling === undefined) return { kind: 'text' };
  return { kind: 'words', feeling, about: conceptOf(text) ?? (feeling === 0 ? 'any' : 'quality') };
};

/** Reads a trimmed cell that is not blank. */
export const readCell = (text: string): Cell => {
  if (/^[-+]?\d{1,4}(?:[.,]0+)?$/.test(text)) return { kind: 'score', score: Number(text.replace(',', '.')) };
  if (/^[-+]?\d{1,4}[.,]\d+$/.test(text)) return { kind: 'decimal', score: Number(text.replace(',', '.')) };
  if (meansNoAnswer(text)) return { kind: 'noAnswer' };
  for (const { pattern, score, words, felt } of LABELLED) {
    const match = pattern.exec(text);
    if (match == null) continue;
    if (meansNoAnswer(words(match))) return { kind: 'noAnswer' };
    if (felt === true && (feelingOf(words(match)) === undefined || THING.test(words(match)))) continue;
    if (Math.abs(score(match)) <= MOST_SCORE) return { kind: 'labelled', score: score(match) };
  }
  return readWords(text);
};
