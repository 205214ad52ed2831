import { problemSchema } from '@afferent/contracts';
import type { z } from 'zod';
import { ApiProblem } from './api';

interface Upload<S extends z.ZodType> {
  form: FormData;
  schema: S;
  /** Share 0..1 of the bytes that have left. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Sends a form with files and tells how far it is, which `fetch` cannot. Throws `ApiProblem`. */
export const upload = <S extends z.ZodType>(path: string, { form, schema, onProgress, signal }: Upload<S>): Promise<z.output<S>> => new Promise((resolve, reject) => {
  const call = new XMLHttpRequest();
  call.open('POST', `/api/v1${path}`);
  call.upload.addEventListener('progress', (event) => { if (event.lengthComputable) onProgress?.(event.loaded / event.total); });
  call.addEventListener('error', () => reject(new ApiProblem({ status: 0, code: 'unreachable', detail: 'The server did not answer' })));
  call.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
  call.addEventListener('load', () => {
    const body = parse(call.responseText);
    if (call.status >= 200 && call.status < 300) {
      const answer = schema.safeParse(body);
      if (answer.success) resolve(answer.data);
      else reject(new ApiProblem({ status: 0, code: 'unexpected_answer', detail: answer.error.message }));
      return;
    }
    const problem = problemSchema.safeParse(body);
    reject(problem.success ? new ApiProblem(problem.data) : new ApiProblem({ status: call.status, code: 'unexpected_answer', detail: call.statusText }));
  });
  signal?.addEventListener('abort', () => call.abort());
  call.send(form);
});
