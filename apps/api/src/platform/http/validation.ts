import { StandardSchemaValidationPipe, type StandardSchemaValidationPipeOptions } from '@nestjs/common';
import { Problem, type ProblemIssue } from './problem.js';

type Issues = Parameters<NonNullable<StandardSchemaValidationPipeOptions['exceptionFactory']>>[0];

const MOST_ISSUES = 100;

const pathOf = (issue: Issues[number]): string =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** A field of a body, or a name in a query, that nobody asked for. */
export const unknownField = (path: string): ProblemIssue => ({ path: shorten(path), code: 'unknown_field', message: 'This field is not known here' });

/** The answer to a body or query of another shape than the route's. */
export const misshapen = (issues: readonly ProblemIssue[]): Problem =>
  new Problem(400, 'invalid', 'The request does not have the expected shape', { issues: issues.slice(0, MOST_ISSUES) });

/** One entry per fault; an unknown field is named by its own path. */
function issuesOf(issues: Issues): ProblemIssue[] {
  return issues.slice(0, MOST_ISSUES).flatMap((issue) => {
    const path = pathOf(issue);
    const code = String(Reflect.get(issue, 'code') ?? 'invalid');
    const keys: unknown = Reflect.get(issue, 'keys');
    if (code === 'unrecognized_keys' && Array.isArray(keys)) {
      return keys.slice(0, MOST_ISSUES).map((key) => unknownField(path === '' ? String(key) : `${path}.${String(key)}`));
    }
    return [{ path: shorten(path), code, message: shorten(issue.message) }];
  });
}

/** The framework would take fields called `constructor` out of everything, unsaid; poisoned prototypes do not get past the parser of bodies. */
class WholeValuePipe extends StandardSchemaValidationPipe {
  protected override stripProtoKeys(): void {}
}

/** Checks bodies and queries by the schema beside the parameter; the parsed value goes on. */
export const validationPipe = () => new WholeValuePipe({ exceptionFactory: (issues) => misshapen(issuesOf(issues)) });
