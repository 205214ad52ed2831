/** What answers in words speak of; words like “neutral” fit any. */
export type Concept = 'satisfaction' | 'agreement' | 'ease' | 'likelihood' | 'quality' | 'any';

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
  "(?:i )?(?:don'?t|do not|can'?t|cannot) (?:know|say|remember|recall|judge).*", 'not (?:sure|applicable|used|answered|asked|stated|relevant).*', 'no (?:answer|opinion|response|reply|experience).*', 'unsure',
  "(?:i )?(?:did|have|has)(?:n'?t| not) (?:use|visit|experience|try|need).*", 'never used.*', 'refused.*', 'prefer not.*', 'declined.*', "can'?t rate.*",
  'не знаю.*', 'затрудн.*', 'нет (?:ответа|мнения|данных).*', 'не ?применимо.*', 'не (?:пользовал|использовал|посещал|обращал|сталкивал|был|помн|ответ|указан|хочу).*', 'отказ.*', String.raw`н[/ ]?[дпо]\.?`, 'пропуск.*', 'пусто',
].join('|')})$`, 'iu');

/** Whether words alone mean that there is no answer; numbers never do. */
const meansNoAnswer = (text: string): boolean => NO_ANSWER.test(text.trim().replaceAll('’', "'"));

const LABELLED: readonly { pattern: RegExp; score: (match: RegExpExecArray) => number; words: (match: RegExpExecArray) => string }[] = [
  // 7 - Very easy · 10 – Extremely likely · 5. Отлично · 4 = good · 5 stars
  { pattern: /^([-+−]?\d{1,2})\s*(?:[-–—=.:)]\s*|\s)(\p{L}.*)$/u, score: ([, digits = '']) => Number(digits.replace('−', '-')), words: ([, , words = '']) => words },
  // Very satisfied (5) · Отлично [5]
  { pattern: /^(\D*\p{L}\D*?)\s*[([]([-+−]?\d{1,2})[)\]]$/u, score: ([, , digits = '']) => Number(digits.replace('−', '-')), words: ([, words = '']) => words },
  // 4/5 · 8 out of 10 · 4 из 5
  { pattern: /^(\d{1,2})\s*(?:\/|out of|of|из)\s*(?:5|7|10)$/u, score: ([, digits]) => Number(digits), words: () => '' },
  // ★★★★☆
  { pattern: /^(★{1,10})☆*$/u, score: ([, stars = '']) => stars.length, words: () => '' },
];
const MOST_SCORE = 10;

const NEITHER = /\bneither\b|\bневозможно сказать\b|^ни .+ ни |^и да,? и нет|^neutral$|нейтральн/iu;
const BOTTOM = /terribl|awful|horribl|\bworst\b|ужасн|отвратит|кошмар/iu;
const TOP = /excellent|outstanding|\bperfect|\bsuperb|\bgreat\b|отличн|великолепн|превосходн|прекрасн/iu;
const NEGATIVE = /\b(?:not|no|isn'?t|wasn'?t) |dissatisf|unsatisf|disagree|unlikely|difficult|\bhard\b|\bpoor|\bbad\b|unhappy|unpleasant|displeas|(?:^|[^\p{L}])не[ -]|неудовл|недовол|несоглас|маловероят|невероят|сложно|трудно|плох/iu;
const POSITIVE = /satisf|\bagree|likely|\beas[yi]|\bgood\b|happy|pleased|pleasant|удовлетвор[её]н|соглас|легк|прост[оаы]|хорош|довол|вероятн|нравит/iu;
const MIDDLE = /\bneutral|average|\bfair\b|acceptable|^ok(?:ay)?$|\bmixed\b|средн|нормальн|удовлетворительн|приемлем/iu;
const STRONG = /very|extremely|completely|totally|strongly|highly|absolutely|at all|entirely|очень|полностью|совершенно|совсем|абсолютно|крайне|категорич|безусловно|точно/iu;
const WEAK = /somewhat|slightly|rather|fairly|a little|a bit|moderately|mostly|скорее|отчасти|частично|немного|в основном/iu;
const LONGEST_WORDS = 45;
const CONCEPTS: readonly { about: Concept; words: RegExp }[] = [
  { about: 'satisfaction', words: /satisf|happy|pleas|удовлетвор[её]н|довол/iu }, { about: 'agreement', words: /agree|соглас/iu },
  { about: 'ease', words: /\beas[yi]|difficult|\bhard\b|легк|прост|сложн|трудн/iu }, { about: 'likelihood', words: /likely|вероят/iu },
];

/** The feeling of a Likert label by its words' sign and strength; undefined when it has none. */
const feelingOf = (text: string): number | undefined => {
  if (text.length > LONGEST_WORDS) return undefined;
  if (NEITHER.test(text)) return 0;
  if (BOTTOM.test(text)) return -2.5;
  const strength = STRONG.test(text) ? 2 : WEAK.test(text) ? 0.5 : 1;
  // “Not very satisfied” is milder than “not at all satisfied”.
  if (/\bnot (?:very|so|too)\b|\bне очень\b/iu.test(text)) return -1;
  if (NEGATIVE.test(text)) return -strength;
  if (TOP.test(text)) return 2.5;
  if (MIDDLE.test(text)) return 0;
  return POSITIVE.test(text) ? strength : undefined;
};

const readWords = (text: string): Cell => {
  const feeling = feelingOf(text);
  if (feeling === undefined) return { kind: 'text' };
  return { kind: 'words', feeling, about: CONCEPTS.find(({ words }) => words.test(text))?.about ?? (feeling === 0 ? 'any' : 'quality') };
};

/** Reads a trimmed cell that is not blank. */
export const readCell = (text: string): Cell => {
  if (/^[-+]?\d{1,4}(?:[.,]0+)?$/.test(text)) return { kind: 'score', score: Number(text.replace(',', '.')) };
  if (/^[-+]?\d{1,4}[.,]\d+$/.test(text)) return { kind: 'decimal', score: Number(text.replace(',', '.')) };
  if (meansNoAnswer(text)) return { kind: 'noAnswer' };
  for (const { pattern, score, words } of LABELLED) {
    const match = pattern.exec(text);
    if (match == null) continue;
    if (meansNoAnswer(words(match))) return { kind: 'noAnswer' };
    if (Math.abs(score(match)) <= MOST_SCORE) return { kind: 'labelled', score: score(match) };
  }
  return readWords(text);
};
