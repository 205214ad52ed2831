/** A reason not to start that the operator can act on: print `message` (one line) and exit with code 1, no stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

export function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.trim() ?? '';
}
