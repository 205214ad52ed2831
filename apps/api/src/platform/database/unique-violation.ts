import { QueryFailedError } from 'typeorm';

/** Whether a statement failed on this unique constraint. */
export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  error instanceof QueryFailedError && Reflect.get(error.driverError, 'code') === '23505' && Reflect.get(error.driverError, 'constraint') === constraint;
