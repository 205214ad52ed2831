import { AsyncLocalStorage } from 'node:async_hooks';

export interface RequestContext {
  readonly requestId: string;
  /** True for GET and HEAD: their transactions are read-only. */
  readonly readOnly: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request being answered; undefined in jobs and at start. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

export const runInRequest = <T>(context: RequestContext, action: () => T): T => storage.run(context, action);
