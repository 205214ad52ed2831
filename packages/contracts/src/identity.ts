import { ROLES, SCOPES } from '@afferent/domain';
import { z } from 'zod';
import { emailSchema } from './email.js';
import { pageSchema } from './page.js';
import { idSchema, instantSchema, lineSchema, localeSchema, timezoneSchema } from './primitives.js';

export const roleSchema = z.enum(ROLES);
export const scopeSchema = z.enum(SCOPES);

/** A password on its way in; which passwords are too common is decided by the server (422). */
export const passwordSchema = z.string().min(8).max(200);

export const userSchema = z.object({ id: idSchema, email: z.string(), name: z.string(), locale: localeSchema }).meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

export const workspaceOfUserSchema = z.object({ id: idSchema, name: z.string(), role: roleSchema, locale: localeSchema, timezone: z.string() });
export type WorkspaceOfUser = z.infer<typeof workspaceOfUserSchema>;

/** Body of `POST /auth/register`. */
export const registerSchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  name: lineSchema(200),
  workspaceName: lineSchema(200),
  locale: localeSchema.default('en'),
  timezone: timezoneSchema.default('UTC'),
});
export type Register = z.infer<typeof registerSchema>;
export const registeredSchema = z.object({
  user: userSchema,
  workspace: z.object({ id: idSchema, name: z.string() }),
}).meta({ id: 'Registered' });

/** Body of `POST /auth/login`. */
export const loginSchema = z.strictObject({ email: emailSchema, password: z.string().min(1).max(200) });
export type Login = z.infer<typeof loginSchema>;

/** Who is signed in and where they belong: answer of sign-in and of `GET /auth/me`. */
export const meSchema = z.object({ user: userSchema, workspaces: z.array(workspaceOfUserSchema) }).meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

/** Body of `PATCH /auth/me`. */
export const mePatchSchema = z.strictObject({ name: lineSchema(200).optional(), locale: localeSchema.optional() });
export type MePatch = z.infer<typeof mePatchSchema>;

/** Body of `POST /auth/password`; every other session ends. */
export const passwordChangeSchema = z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword: passwordSchema });
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

export const sessionSchema = z.object({
  id: idSchema,
  userAgent: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  expiresAt: instantSchema,
  current: z.boolean(),
}).meta({ id: 'Session' });
export const sessionsSchema = pageSchema(sessionSchema).meta({ id: 'Sessions' });
export type Sessions = z.infer<typeof sessionsSchema>;

export const workspaceSchema = z.object({ id: idSchema, name: z.string(), locale: localeSchema, timezone: z.string() }).meta({ id: 'Workspace' });
export type Workspace = z.infer<typeof workspaceSchema>;
export const workspaceCreateSchema = z.strictObject({
  name: lineSchema(200),
  locale: localeSchema.default('en'),
  timezone: timezoneSchema.default('UTC'),
});
export type WorkspaceCreate = z.infer<typeof workspaceCreateSchema>;
export const workspacePatchSchema = z.strictObject({
  name: lineSchema(200).optional(),
  locale: localeSchema.optional(),
  timezone: timezoneSchema.optional(),
});
export type WorkspacePatch = z.infer<typeof workspacePatchSchema>;

export const memberSchema = z.object({
  userId: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  functionIds: z.array(idSchema),
}).meta({ id: 'Member' });
export type Member = z.infer<typeof memberSchema>;
export const membersSchema = pageSchema(memberSchema).meta({ id: 'Members' });
export type Members = z.infer<typeof membersSchema>;
export const memberPatchSchema = z.strictObject({ role: roleSchema });
export type MemberPatch = z.infer<typeof memberPatchSchema>;

export const invitationCreateSchema = z.strictObject({ email: emailSchema, role: roleSchema });
export type InvitationCreate = z.infer<typeof invitationCreateSchema>;
export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: roleSchema,
  expiresAt: instantSchema,
}).meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitationSchema>;
/** `link` is given once, and only where no mail can be sent: the admin hands it over. */
export const invitationCreatedSchema = invitationSchema.extend({ link: z.string().nullable() }).meta({ id: 'InvitationCreated' });
export type InvitationCreated = z.infer<typeof invitationCreatedSchema>;
export const invitationsSchema = pageSchema(invitationSchema).meta({ id: 'Invitations' });
export type Invitations = z.infer<typeof invitationsSchema>;

const tokenSchema = z.string().min(20).max(200);

/** Body of `POST /invitations/preview`: what an invitation offers, before it is accepted. */
export const invitationPreviewSchema = z.strictObject({ token: tokenSchema });
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>;
export const invitationOfferSchema = z.object({
  email: z.string(),
  role: roleSchema,
  workspaceName: z.string(),
  locale: localeSchema,
  /** Whether the address has an account already: then sign in first. */
  hasAccount: z.boolean(),
}).meta({ id: 'InvitationOffer' });
export type InvitationOffer = z.infer<typeof invitationOfferSchema>;

/** Body of `POST /invitations/accept`; name and password make the account of somebody new. */
export const invitationAcceptSchema = z.strictObject({
  token: tokenSchema,
  name: lineSchema(200).optional(),
  password: passwordSchema.optional(),
});
export type InvitationAccept = z.infer<typeof invitationAcceptSchema>;

/** Body of `POST /workspaces/{workspaceId}/api-keys`. */
export const apiKeyCreateSchema = z.strictObject({
  name: lineSchema(200),
  scopes: z.array(scopeSchema).min(1).max(SCOPES.length),
  expiresAt: instantSchema.optional(),
});
export type ApiKeyCreate = z.infer<typeof apiKeyCreateSchema>;
/** The key itself is shown this once. */
export const apiKeyCreatedSchema = z.object({ id: idSchema, key: z.string() }).meta({ id: 'ApiKeyCreated' });
export type ApiKeyCreated = z.infer<typeof apiKeyCreatedSchema>;
export const apiKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(scopeSchema),
  createdBy: z.object({ userId: idSchema, name: z.string() }),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
}).meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKeySchema>;
export const apiKeysSchema = pageSchema(apiKeySchema).meta({ id: 'ApiKeys' });
export type ApiKeys = z.infer<typeof apiKeysSchema>;
