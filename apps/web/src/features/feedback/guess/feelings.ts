/** What answers in words speak of; words like “neutral” fit any. */
export type Concept = 'satisfaction' | 'agreement' | 'ease' | 'likelihood' | 'quality' | 'any';

const NEITHER = /\bneither\b|^might or might not|\bневозможно сказать\b|^ни .+ ни |^и да,? и нет|^neutral$|нейтральн/iu;
const BOTTOM = /terribl|awful|horribl|\bworst\b|unacceptabl|ужасн|отвратит|кошмар|неприемлем/iu;
const TOP = /excellent|outstanding|\bperfect|\bsuperb|\bgreat\b|отличн|великолепн|превосходн|прекрасн/iu;
const BELOW = /below average|ниже среднего/iu;
const ABOVE = /above average|выше среднего/iu;
const NEGATIVE = /\b(?:not|no|isn'?t|wasn'?t) |\b(?:definitely|probably) not$|dissatisf|unsatisf|disagree|unlikely|difficult|\bhard\b|\bpoor|\bbad\b|unhappy|unpleasant|displeas|inadequat|low quality|(?:below|short of)(?: my| our)? expect|worse than|(?:^|[^\p{L}])не[ -]|неудовл|недовол|несоглас|маловероят|невероят|сложно|трудно|плох|ниже ожидан|хуже|^(?:точно|скорее|определ[её]нно|безусловно) нет/iu;
const POSITIVE = /satisf|\bagree|likely|\beas[yi]|\bgood\b|happy|pleased|pleasant|adequat|high quality|exceed|(?:above|beyond)(?: my| our)? expect|better than|^(?:definitely|probably)(?: yes| would| will)?$|удовлетвор[её]н|соглас|легк|прост[оаы]|хорош|довол|вероятн|нравит|выше ожидан|превзош|лучше|^(?:точно|скорее|определ[её]нно|безусловно) да/iu;
const MIDDLE = /\bneutral|average|\bfair\b|acceptable|^ok(?:ay)?$|\bmixed\b|\b(?:met|meets?)(?: my| our)? expect|^as expected|средн|нормальн|удовлетворительн|приемлем|соответств/iu;
/** Beyond “very”, where one column has both. */
const UTTER = /extremely|completely|totally|absolutely|entirely|fully|полностью|совершенно|абсолютно|крайне|категорич|исключительно/iu;
const STRONG = /very|strongly|highly|definitely|certainly|at all|\b(?:far|much)\b|очень|совсем|безусловно|определ[её]нно|точно|значительно|намного/iu;
const MODERATE = /moderately|mostly|\bquite\b|в основном/iu;
const WEAK = /somewhat|slightly|rather|fairly|a little|a bit|mildly|probably|скорее|отчасти|частично|немного/iu;
const LONGEST_WORDS = 45;

/** The feeling of a Likert label by its words' sign and strength; undefined when it has none. */
export const feelingOf = (text: string): number | undefined => {
  if (text.length > LONGEST_WORDS) return undefined;
  if (NEITHER.test(text)) return 0;
  if (BOTTOM.test(text)) return -2.5;
  if (BELOW.test(text)) return -0.5;
  if (ABOVE.test(text)) return 0.5;
  const strength = UTTER.test(text) ? 2.25 : STRONG.test(text) ? 2 : MODERATE.test(text) ? 0.75 : WEAK.test(text) ? 0.5 : 1;
  // “Not very satisfied” is milder than “not at all satisfied”.
  if (/\bnot (?:very|so|too)\b|\bне очень\b/iu.test(text)) return -1;
  if (NEGATIVE.test(text)) return -strength;
  if (TOP.test(text)) return 2.5;
  if (MIDDLE.test(text)) return 0;
  return POSITIVE.test(text) ? strength : undefined;
};

const CONCEPTS: readonly { about: Concept; words: RegExp }[] = [
  { about: 'satisfaction', words: /satisf|happy|pleas|удовлетвор[её]н|довол/iu }, { about: 'agreement', words: /agree|соглас/iu },
  { about: 'ease', words: /\beas[yi]|difficult|\bhard\b|легк|прост|сложн|трудн/iu }, { about: 'likelihood', words: /likely|вероят/iu },
];
/** What the words of an answer speak of, where they tell. */
export const conceptOf = (text: string): Concept | undefined => CONCEPTS.find(({ words }) => words.test(text))?.about;
