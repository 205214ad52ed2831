import { STATUS_CODES } from 'node:http';

export interface ProblemIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemExtras {
  readonly issues?: readonly ProblemIssue[] | undefined;
  /** The current state, with a 412. */
  readonly current?: unknown;
  readonly retryAfterSeconds?: number | undefined;
}

/** What a route throws to answer with an error; the filter writes it as `application/problem+json`. */
export class Problem extends Error {
  readonly issues: readonly ProblemIssue[] | undefined;
  readonly current: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    extras: ProblemExtras = {},
  ) {
    super(detail);
    this.issues = extras.issues;
    this.current = extras.current;
    this.retryAfterSeconds = extras.retryAfterSeconds;
  }
}

/** The one answer for an unknown id and for another workspace's id. */
export const notFound = (): Problem => new Problem(404, 'not_found', 'There is no such thing here');

/** Well-formed, but breaks a rule of the product. */
export const unprocessable = (code: string, detail: string, issues?: readonly ProblemIssue[]): Problem =>
  new Problem(422, code, detail, { issues });

/** The document that leaves the server. */
export const problemBody = (problem: Problem, requestId: string): Record<string, unknown> => ({
  type: 'about:blank',
  title: STATUS_CODES[problem.status] ?? 'Error',
  status: problem.status,
  code: problem.code,
  detail: problem.detail,
  requestId,
  ...(problem.issues === undefined ? {} : { issues: problem.issues }),
  ...(problem.current === undefined ? {} : { current: problem.current }),
});
