import { QueryFailedError } from 'typeorm';

/** The name of the constraint that refused a statement; null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { driverError } = error;
  return 'constraint' in driverError && typeof driverError.constraint === 'string' ? driverError.constraint : null;
}

/** Runs statements and throws the error named for a constraint they violate; other errors pass through. */
export async function explained<T>(errors: Readonly<Record<string, () => Error>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const explain = errors[violatedConstraint(error) ?? ''];
    throw explain === undefined ? error : explain();
  }
}
