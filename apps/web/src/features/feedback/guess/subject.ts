import { nameKey } from '@afferent/domain';

const STEMS = [
  /^(?:please,? )?(?:rate|evaluate|score)(?: your| the| our| us)?(?: (?:overall )?(?:satisfaction|experience|quality))?(?: (?:with|of|on|for))?(?: the| our| your)?\s+/iu,
  /^how (?:satisfied|happy|pleased) (?:were|are) you(?: overall)? (?:with|about)(?: the| our| your)?\s+/iu,
  /^how would you (?:rate|evaluate|describe)(?: the quality of| your experience (?:with|of))?(?: the| our| your)?\s+/iu,
  /^how easy (?:was|is) (?:it )?(?:for you )?(?:to )?/iu,
  /^(?:overall )?(?:satisfaction|experience) with(?: the| our| your)?\s+/iu,
  /^(?:пожалуйста,? )?оцените(?:,? пожалуйста,?)?(?: качество| удобство| работу)?\s+/iu,
  /^насколько (?:вы |вам )?(?:остались |были )?(?:удовлетворены|довольны)\s+/iu,
  /^как (?:бы )?вы (?:оцениваете|оценили бы|оцените|оценили)\s+/iu,
  /^насколько (?:вам )?(?:было )?(?:легко|просто|удобно)(?: вам)?(?: было)?\s+/iu,
  /^(?:удовлетвор[её]нность|оценка)\s+(?=\S)/iu,
];
const ENDS = [/\s*[([][^()[\]]*(?:\d|scale|шкал|балл)[^()[\]]*[)\]]\s*$/iu, /,?\s*(?:on a scale|по шкале|where 1|где 1).*$/iu, /\s*[?:.…]+\s*$/u];
const CODE_BEFORE = /^(?:[qв]\d+[\w.]*|\d+)[.:)]\s*|^q\d+[\w.]*\s+-?\s*/iu;
const LONGEST = 80;

/** A name that says nothing to a person: `Q7_12`, `VAR003`, `В5`, and letters glued to a question's number. */
export const isCode = (text: string): boolean => /^(?:[a-zа-я]{0,5}[_.-]?\d+[\w.-]*|[A-ZА-Я]\d+[A-ZА-Я_\d]*)$/iu.test(text.trim());

const tidy = (text: string): string => {
  const spaced = /^[\p{L}\d]+(?:_[\p{L}\d]+)+$/u.test(text) ? text.replaceAll('_', ' ') : text;
  return spaced.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
};

/** The thing a question is about: the row of a grid (in brackets or after a dash), without the question's stem, code and scale. */
export const subjectOf = (question: string): string => {
  const text = question.replaceAll('*', '').trim().replace(/\s+/g, ' ');
  const bracket = /^.+\[([^\]]*\p{L}[^\]]*)\]$/u.exec(text)?.[1];
  const parts = text.split(/:? \/ | [-–—|:] |: /u);
  const last = parts.at(-1)?.trim() ?? '';
  const isService = /^(?:response|answer|ответ|scale|group|selected choice)$/iu.test(last);
  const row = parts.length > 1 ? (isService ? parts.slice(0, -1).join(' - ') : last) : undefined;
  let subject = (bracket ?? (row != null && row.length <= LONGEST && /\p{L}/u.test(row) ? row : text)).replace(CODE_BEFORE, '');
  for (const end of ENDS) subject = subject.replace(end, '');
  for (const stem of STEMS) if (stem.test(subject) && subject.replace(stem, '').length > 2) subject = subject.replace(stem, '');
  return tidy(subject);
};

const STOP = /^(?:the|our|your|of|in|at|and|for|with|to|a|и|в|на|с|по|для|из|от|вы|вам|the)$/iu;
/** Words without their endings: enough letters to tell words apart, few enough to forgive cases and plurals. */
const stemsOf = (text: string): string[] => nameKey(text).replaceAll('ё', 'е').split(/[^\p{L}\d]+/u).filter((word) => word.length > 1 && !STOP.test(word)).map((word) => (word.length > 6 ? word.slice(0, 6) : word.replace(/(?<=\p{L}{3})(?:s|ы|и|а|у|е|ой)$/u, '')));

const likeness = (a: string, b: string): number => {
  const [one, other] = [new Set(stemsOf(a)), new Set(stemsOf(b))];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared === 0 ? 0 : shared / Math.max(one.size, other.size);
};
const ALIKE = 0.6;

const best = (names: readonly string[], score: (name: string) => number, least: number): string | null => {
  const ranked = names.map((name) => ({ name, score: score(name) })).toSorted((a, b) => b.score - a.score);
  const [first, second] = ranked;
  return first != null && first.score >= least && first.score > (second?.score ?? 0) ? first.name : null;
};

/** Letters of a code that begin a word of one name only: `Q7ART` → “Art and exhibitions”. */
export const matchCode = (code: string, names: readonly string[]): string | null => {
  const letters = /^q\d+[_.-]*([a-z]{3,})$/iu.exec(code.replace(/_?\d+$/, ''))?.[1]?.toLowerCase().replace(/(?<=\w{3})s$/, '');
  if (letters == null) return null;
  const joined = (name: string) => nameKey(name).replaceAll(/[^\p{L}]/gu, '');
  const nearer = [(name: string) => joined(name) === letters, (name: string) => joined(name).startsWith(letters), (name: string) => nameKey(name).split(/[^\p{L}]+/u).some((word) => word.startsWith(letters))];
  const fits = nearer.map((test) => names.filter(test)).find((found) => found.length > 0);
  return fits?.length === 1 ? fits[0] ?? null : null;
};

/** The known touchpoint a column is named after, by its header or its question's text; null when none is surely meant. */
export const matchTouchpoint = (header: string, question: string, names: readonly string[]): string | null => {
  for (const text of [header, question, subjectOf(question), subjectOf(header)]) {
    const exact = names.find((name) => nameKey(name) === nameKey(text));
    if (exact != null) return exact;
  }
  return best(names, (name) => Math.max(likeness(subjectOf(question), name), likeness(subjectOf(header), name)), ALIKE);
};
