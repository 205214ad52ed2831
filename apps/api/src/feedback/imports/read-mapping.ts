import { importMappingSchema, mappingFaultOf, type ImportMapping } from '@afferent/contracts';
import { unprocessable, type ProblemIssue } from '../../platform/http/problem.js';
import { formatFault } from '../import/moment-format.js';
import { isNamedFormat } from '../import/moment.js';

const invalid = (issues: readonly ProblemIssue[]) => unprocessable('invalid_mapping', 'The mapping breaks a rule', issues);
const issue = (path: string, code: string, message: string): ProblemIssue => ({ path, code, message });

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([issue('', 'invalid_json', 'The mapping is not JSON')]);
  }
}

/** Reads a mapping's text; whatever is wrong with it in itself is told with its place in the document. */
export function readMapping(text: string, journeyId: string | null): ImportMapping {
  const parsed = importMappingSchema.safeParse(json(text));
  if (!parsed.success) {
    throw invalid(parsed.error.issues.slice(0, 100).map((fault) => issue(fault.path.map(String).join('.').slice(0, 300), mappingFaultOf(fault), fault.message.slice(0, 300))));
  }
  const mapping = parsed.data;
  const faults: ProblemIssue[] = [];
  for (const name of ['answeredAt', 'experiencedAt'] as const) {
    const format = mapping[name]?.format;
    const fault = format === undefined || isNamedFormat(format) ? undefined : formatFault(format);
    if (fault !== undefined) faults.push(issue(`${name}.format`, 'invalid_format', fault));
  }
  mapping.questions.forEach((question, index) => {
    if (question.touchpoint === null && journeyId === null) faults.push(issue(`questions.${index}.touchpoint`, 'journey_required', 'a question about a whole journey needs journeyId'));
  });
  if (faults.length > 0) throw invalid(faults);
  return mapping;
}
