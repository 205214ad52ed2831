import { idSchema } from '@afferent/contracts';
import { Problem } from '../../platform/http/problem.js';

/** The id in a form's field; blank is none, malformed is 400. */
export function journeyOf(fields: ReadonlyMap<string, string>): string | null {
  const text = fields.get('journeyId')?.trim() ?? '';
  if (text === '') return null;
  const id = idSchema.safeParse(text);
  if (!id.success) throw new Problem(400, 'invalid', 'journeyId is not an id', { issues: [{ path: 'journeyId', code: 'invalid_format', message: 'not a UUID' }] });
  return id.data;
}

export function mappingOf(fields: ReadonlyMap<string, string>): string {
  const text = fields.get('mapping');
  if (text === undefined) throw new Problem(400, 'invalid', 'A part named mapping is needed', { issues: [{ path: 'mapping', code: 'required', message: 'missing' }] });
  return text;
}
