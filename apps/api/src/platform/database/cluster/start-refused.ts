/** A reason not to start that the operator can act on: print `message` (one line) and exit with code 1, no stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** The first line of what went wrong; several addresses tried for one name come as one error with several inside. */
export function reason(error: unknown): string {
  const { message, errors } = Object(error) as { message?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return errors.map(reason).join(', ');
  const text = typeof message === 'string' ? message : String(error);
  return text.split('\n')[0]?.trim() ?? '';
}
