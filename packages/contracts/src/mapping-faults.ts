import { z } from 'zod';

/** What is wrong with a mapping in itself: rules of its own first, then what its fields' types say. */
export const mappingFaultSchema = z.enum([
  'repeated_key', 'repeated_question', 'repeated_attribute', 'scale_misfit', 'score_outside_scale', 'no_place', 'column_or_template', 'unknown_encoding',
  'invalid_type', 'invalid_value', 'unrecognized_keys', 'too_small', 'too_big', 'not_allowed',
]);
export type MappingFault = z.infer<typeof mappingFaultSchema>;

/** What a rule of the mapping's own gives an issue, so that it can be said in any language. */
export const ruleBroken = (fault: MappingFault, message: string) => ({ code: 'custom' as const, message, params: { fault } });

/** The code of a mapping's issue. */
export function mappingFaultOf(issue: Pick<z.core.$ZodIssue, 'code'> & { params?: Record<string, unknown> | undefined }): MappingFault {
  const known = mappingFaultSchema.safeParse(issue.code === 'custom' ? issue.params?.['fault'] : issue.code);
  return known.success ? known.data : 'not_allowed';
}
