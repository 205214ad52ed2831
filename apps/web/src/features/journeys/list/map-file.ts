import { journeyCreateSchema, type JourneyCreate, type Locale } from '@afferent/contracts';
import { en, ru } from 'zod/locales';

/** Why a file is no map; `path` names the place, as a person would look for it. */
export type MapFileProblem =
  | { kind: 'tooLarge' | 'notJson' | 'notAMap' }
  | { kind: 'bad'; path: string; message: string };

const MAX_BYTES = 5 * 1024 * 1024;

/** `stages[2].touchpoints[0].name`: counting from 1, because people do. */
const pathOf = (path: readonly PropertyKey[]) => path.map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');

const words = { en, ru };

/** Reads a map from a file's text: JSON in the shape in which a journey is created. What is wrong is told in the given language. */
export const readMapFile = (text: string, locale: Locale): { ok: true; journey: JourneyCreate } | { ok: false; problem: MapFileProblem } => {
  if (text.length > MAX_BYTES) return { ok: false, problem: { kind: 'tooLarge' } };
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problem: { kind: 'notJson' } };
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return { ok: false, problem: { kind: 'notAMap' } };
  const parsed = journeyCreateSchema.safeParse(content, { error: words[locale]().localeError });
  if (parsed.success) return { ok: true, journey: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, problem: issue === undefined ? { kind: 'notAMap' } : { kind: 'bad', path: pathOf(issue.path), message: issue.message } };
};
