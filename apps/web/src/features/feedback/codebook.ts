import { nameKey } from '@afferent/domain';
import type { MappingDraft } from './mapping-draft';

/** Codes and their names out of pasted lines, as a codebook or two columns of a spreadsheet have them: `Q7FOOD⇥Restaurants`, `Q7_1 = Staff`. */
export const readCodebook = (text: string): ReadonlyMap<string, string> => {
  const pairs = text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*"?([^\t;=:"]+?)"?\s*(?:\t|;|=|:|,| [-–—] )\s*"?(.*?\S)"?\s*$/u.exec(line);
    return match?.[1] != null && match[2] != null ? [[nameKey(match[1]), match[2].slice(0, 200)] as const] : [];
  });
  return new Map(pairs);
};

/** The draft with every column the codebook knows given its name; `count` says how many. */
export const applyCodebook = (draft: MappingDraft, codes: ReadonlyMap<string, string>, names: readonly string[]): { draft: MappingDraft; count: number } => {
  let count = 0;
  const questions = draft.questions.map((question) => {
    const name = codes.get(nameKey(question.column));
    if (name == null) return question;
    count++;
    return { ...question, about: { kind: 'touchpoint' as const, name: names.find((known) => nameKey(known) === nameKey(name)) ?? name } };
  });
  return { draft: { ...draft, questions }, count };
};
