import { z } from 'zod';
import { idSchema, localeSchema, type Locale } from './primitives.js';

/** What whoever looks around in an installation's demo is called until they name themselves. */
export const demoPersonNames: Readonly<Record<Locale, string>> = { en: 'Demo user', ru: 'Демо-пользователь' };

/** Body of `POST /demo`: a demo workspace of one's own in this language. Asked again, the one that exists is answered. */
export const demoCreateSchema = z.strictObject({ locale: localeSchema }).meta({ id: 'DemoCreate' });
export type DemoCreate = z.infer<typeof demoCreateSchema>;

/**
 * A demo workspace and how far it is filled: answers come month by month in the background, everything else is there first.
 * `error` is why the last try stopped; it is tried again by itself.
 */
export const demoSchema = z.object({
  workspaceId: idSchema,
  locale: localeSchema,
  status: z.enum(['filling', 'ready']),
  months: z.number().int(),
  monthsDone: z.number().int(),
  responses: z.number().int(),
  error: z.string().nullable(),
}).meta({ id: 'Demo' });
export type Demo = z.infer<typeof demoSchema>;

/** Answer of `GET /workspaces/{workspaceId}/demo`: null for a workspace that is no demo. */
export const demoOfWorkspaceSchema = z.object({ demo: demoSchema.nullable() }).meta({ id: 'DemoOfWorkspace' });
export type DemoOfWorkspace = z.infer<typeof demoOfWorkspaceSchema>;
