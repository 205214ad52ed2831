import { useForm, type UseFormReturnType } from '@mantine/form';
import type { FocusEvent } from 'react';
import type { z } from 'zod';
import { ApiProblem } from './api';

/** The words for a field's first fault: zod's code (`too_small`, `invalid_format`, …) or the server's code with its message. */
export type FieldWords<Values> = (field: keyof Values & string, code: string, server: string | null) => string;

// A message that appears while the mouse button is down would move what is being clicked away from under the pointer.
const blurDelayMs = 200;

const firstIssues = (error: z.ZodError) => {
  const found = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    if (!found.has(field)) found.set(field, issue.code);
  }
  return found;
};

/** A form whose filled-in fields are checked by the contract's schema as they are left, and all of them on submit; what was typed always stays. */
export const useSchemaForm = <Values extends Record<string, unknown>>(schema: z.ZodType, initialValues: Values, words: FieldWords<Values>) => {
  const form: UseFormReturnType<Values> = useForm<Values>({
    initialValues,
    clearInputErrorOnChange: true,
    validate: (values) => {
      const parsed = schema.safeParse(values);
      if (parsed.success) return {};
      return Object.fromEntries([...firstIssues(parsed.error)].map(([field, code]) => [field, words(field, code, null)]));
    },
    enhanceGetInputProps: ({ field, inputProps: { onBlur } }) => ({
      onBlur: (event: FocusEvent) => {
        onBlur?.(event);
        const { target } = event;
        window.setTimeout(() => {
          if (!(target instanceof HTMLInputElement) || target.value.trim() === '') return;
          // What is valid may have been refused by the server meanwhile: only a change of the field takes an error away.
          if (!form.isValid(String(field))) form.validateField(String(field));
        }, blurDelayMs);
      },
    }),
  });

  /** Shows the server's complaints at their fields; false when one of them has no field here. */
  const showProblem = (error: unknown): boolean => {
    if (!(error instanceof ApiProblem) || error.issues.length === 0) return false;
    const known = error.issues.filter(({ path }) => path in initialValues);
    for (const { path, code, message } of known) form.setFieldError(path, words(path, code, message));
    return known.length === error.issues.length;
  };

  return { form, showProblem };
};
