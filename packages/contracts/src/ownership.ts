import { z } from 'zod';
import { pageSchema } from './page.js';
import { idSchema, lineSchema, pSchema, textSchema, type Locale } from './primitives.js';

/** Functions a new workspace is offered; none exists until it is chosen and made. */
export const offeredFunctions: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Marketing', 'Sales', 'Product', 'Digital channels', 'IT', 'Branch network', 'Contact centre', 'Operations', 'Security', 'Finance', 'Legal', 'HR and training'],
  ru: ['Маркетинг', 'Продажи', 'Продукт', 'Цифровые каналы', 'ИТ', 'Сеть отделений', 'Контактный центр', 'Операции', 'Безопасность', 'Финансы', 'Юристы', 'Персонал и обучение'],
};

/** Body of `POST /workspaces/{workspaceId}/functions`; a name that exists (trimmed, case-insensitive) is 409 `function_exists`. */
export const functionCreateSchema = z.strictObject({ name: lineSchema(200) }).meta({ id: 'FunctionCreate' });
export type FunctionCreate = z.infer<typeof functionCreateSchema>;

/** Body of `PATCH …/functions/{functionId}`. */
export const functionPatchSchema = z.strictObject({ name: lineSchema(200) }).meta({ id: 'FunctionPatch' });
export type FunctionPatch = z.infer<typeof functionPatchSchema>;

/** An organisational unit that influences touchpoints, with the members who belong to it. */
export const functionSchema = z.object({ id: idSchema, name: z.string(), userIds: z.array(idSchema) }).meta({ id: 'Function' });
export type WorkspaceFunction = z.infer<typeof functionSchema>;

/** Answer of `GET /workspaces/{workspaceId}/functions`, by name. */
export const functionsSchema = pageSchema(functionSchema).meta({ id: 'Functions' });
export type Functions = z.infer<typeof functionsSchema>;

/** Answer of `GET …/functions/offered`: names in the workspace's language that are not taken yet. */
export const offeredFunctionsSchema = z.object({ items: z.array(z.object({ name: z.string() })) }).meta({ id: 'OfferedFunctions' });
export type OfferedFunctions = z.infer<typeof offeredFunctionsSchema>;

/** Body of `PUT …/functions/{functionId}/members`: replaces them; who is not a member of the workspace is 404. */
export const functionMembersPutSchema = z.strictObject({ userIds: z.array(idSchema).max(1000) }).meta({ id: 'FunctionMembersPut' });
export type FunctionMembersPut = z.infer<typeof functionMembersPutSchema>;

/** How much a function influences a touchpoint: 0 none, 1 weak, 2 medium, 3 decisive. */
export const degreeSchema = z.number().int().min(0).max(3);

/** Whether a function helps the customer there, hinders, or both. */
export const effectSchema = z.enum(['helps', 'hinders', 'mixed']);
export type Effect = z.infer<typeof effectSchema>;

/**
 * Body of `PUT …/touchpoints/{touchpointId}/influence`: replaces what was there. `owner: null` says that nobody answers for the point.
 * 422: all degrees 0 (`no_influence`), a function twice (`repeated_function`); 404: a function or person the workspace does not have.
 */
export const influencePutSchema = z.strictObject({
  owner: z.strictObject({ functionId: idSchema, userId: idSchema.nullish() }).nullable(),
  functions: z.array(z.strictObject({
    functionId: idSchema,
    degree: degreeSchema,
    through: z.array(pSchema).max(3).optional(),
    effect: effectSchema.nullish(),
    note: textSchema(2000).nullish(),
  })).max(200),
}).meta({ id: 'InfluencePut' });
export type InfluencePut = z.infer<typeof influencePutSchema>;

/** Who influences a touchpoint (A18): shares 0..1 that sum to 1; `hhi` = Σ share², null where nobody does. */
export const influenceSchema = z.object({
  owner: z.object({ functionId: idSchema, userId: idSchema.nullable() }).nullable(),
  hhi: z.number().nullable(),
  functions: z.array(z.object({
    functionId: idSchema,
    degree: z.number().int(),
    share: z.number(),
    through: z.array(pSchema),
    effect: effectSchema.nullable(),
    note: z.string().nullable(),
  })),
}).meta({ id: 'Influence' });
export type Influence = z.infer<typeof influenceSchema>;
