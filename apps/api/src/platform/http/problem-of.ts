import { HttpException } from '@nestjs/common';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { notFound, Problem } from './problem.js';

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

const busy = () => new Problem(503, 'unavailable', 'The service is busy or starting; try again shortly', { retryAfterSeconds: 2 });

const byStatus: Record<number, [code: string, detail: string]> = {
  400: ['bad_request', 'The request cannot be read'],
  401: ['not_signed_in', 'Sign in first'],
  403: ['forbidden', 'Not allowed'],
  405: ['method_not_allowed', 'This method is not offered here'],
  408: ['timeout', 'The request took too long to arrive'],
  413: ['too_large', 'The request is larger than allowed'],
  414: ['uri_too_long', 'The address is longer than allowed'],
  415: ['unsupported_media', 'The media type of the body is not accepted here'],
  431: ['headers_too_large', 'The headers are larger than allowed'],
};

/** The Problem of a status that the framework gives without one. */
export const problemOfStatus = (status: number): Problem => {
  const [code, detail] = byStatus[status] ?? ['bad_request', 'The request cannot be answered'];
  return new Problem(status, code, detail);
};

/** Values Postgres cannot store, by SQLSTATE: encoding, text form, range, length, dates. */
const unstorable = /^22(021|P0[2-5]|003|001|007|008|009|026)$/;
/** No connection, shutting down, too many of them, lock or statement time-outs, deadlocks. */
const passing = /^(08...|57P0[1-3]|57014|53...|55P03|40001|40P01|ECONN(REFUSED|RESET)|EPIPE|ENOENT|ETIMEDOUT)$/;

/** What the driver and its pool say without a code. */
const cutOff = /timeout exceeded when trying to connect|Connection terminated|Cannot use a pool after/;

function ofDatabase(code: string): Problem | undefined {
  if (unstorable.test(code)) return new Problem(400, 'value_not_storable', 'A value cannot be stored: out of range or with characters that are not text');
  if (code === '23505' || code === '23P01') return new Problem(409, 'conflict', 'It conflicts with what exists already');
  if (code === '23503') return new Problem(409, 'reference_conflict', 'It refers to something that is gone, or something still refers to it');
  if (code === '23514') return new Problem(422, 'rule_broken', 'A value breaks a rule of the store');
  if (passing.test(code)) return busy();
  return undefined;
}

/** What the reader of forms says, without a code, of one that is cut short or has no usable boundary. */
const brokenForm = /^Multipart: Boundary not found$|unexpected end of multipart data$|^The needle cannot /i;

/** Any error as a Problem; `undefined` for what nobody foresaw. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return error.getStatus() === 404 ? notFound() : problemOfStatus(error.getStatus());
  if (error instanceof QueryFailedError) return ofDatabase(codeOf(error.driverError)) ?? (cutOff.test(error.message) ? busy() : undefined);
  // A connection that breaks between two statements is taken from its unit of work.
  if (error instanceof QueryRunnerAlreadyReleasedError) return busy();
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code.startsWith('FST_') || 'statusCode' in error) {
    const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status === 404) return notFound();
    if (status >= 400 && status < 500) return problemOfStatus(status);
  }
  if (error instanceof RangeError && error.message.includes('call stack')) return new Problem(400, 'too_deep', 'The body is nested too deeply');
  if (cutOff.test(error.message)) return busy();
  if (brokenForm.test(error.message)) return new Problem(400, 'bad_form', 'The form cannot be read');
  return ofDatabase(code);
}
