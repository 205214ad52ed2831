import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { problemOf } from './problem-of.js';

const failed = (message: string, code?: string) => new QueryFailedError('select 1', [], Object.assign(new Error(message), code === undefined ? {} : { code }));

describe('an error of the database', () => {
  it.each([
    ['a connection that breaks during a statement', failed('Connection terminated unexpectedly')],
    ['a connection that broke between two statements', new QueryRunnerAlreadyReleasedError()],
    ['a connection that cannot be had', new Error('timeout exceeded when trying to connect')],
    ['a server that stops', failed('terminating connection due to administrator command', '57P01')],
    ['a lock that is not to be had', failed('canceling statement due to lock timeout', '55P03')],
  ])('passes, so another try is welcome: %s', (_, error) => {
    expect(problemOf(error)).toMatchObject({ status: 503, code: 'unavailable', retryAfterSeconds: 2 });
  });

  it.each([
    ['a value that is out of range', '22003', 400],
    ['what exists already', '23505', 409],
    ['a rule of a table', '23514', 422],
  ])('is about what was sent: %s', (_, code, status) => {
    expect(problemOf(failed('refused', code))).toMatchObject({ status });
  });

  it('is our own fault otherwise', () => {
    expect(problemOf(failed('relation "nothing" does not exist', '42P01'))).toBeUndefined();
    expect(problemOf(new Error('anything'))).toBeUndefined();
  });
});
