import {
  apiKeyCreatedSchema, apiKeysSchema, invitationCreatedSchema, invitationOfferSchema, invitationsSchema, membersSchema, meSchema, registeredSchema, sessionsSchema, workspaceSchema,
  type ApiKeyCreate, type InvitationAccept, type InvitationCreate, type Login, type MePatch, type MemberPatch, type PasswordChange, type Register, type WorkspacePatch,
} from '@afferent/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';

export const login = (body: Login) => request('POST', '/auth/login', { body, schema: meSchema });
export const register = (body: Register) => request('POST', '/auth/register', { body, schema: registeredSchema });
export const saveMe = (body: MePatch) => request('PATCH', '/auth/me', { body });
export const changePassword = (body: PasswordChange) => request('POST', '/auth/password', { body });

export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => request('GET', '/auth/sessions', { schema: sessionsSchema, signal }) });
export const endSession = (id: string) => request('DELETE', `/auth/sessions/${id}`);

export const offerQuery = (token: string) => queryOptions({
  queryKey: ['invitation', token],
  queryFn: ({ signal }) => request('POST', '/invitations/preview', { body: { token }, schema: invitationOfferSchema, signal }),
  staleTime: Infinity,
});
export const acceptInvitation = (body: InvitationAccept) => request('POST', '/invitations/accept', { body, schema: meSchema });

export const membersQuery = (workspaceId: string) => queryOptions({
  queryKey: ['members', workspaceId],
  queryFn: ({ signal }) => request('GET', `/workspaces/${workspaceId}/members`, { schema: membersSchema, signal }),
});
export const saveMember = (workspaceId: string, userId: string, body: MemberPatch) => request('PATCH', `/workspaces/${workspaceId}/members/${userId}`, { body });
export const removeMember = (workspaceId: string, userId: string) => request('DELETE', `/workspaces/${workspaceId}/members/${userId}`);

export const invitationsQuery = (workspaceId: string) => queryOptions({
  queryKey: ['invitations', workspaceId],
  queryFn: ({ signal }) => request('GET', `/workspaces/${workspaceId}/invitations`, { schema: invitationsSchema, signal }),
});
export const invite = (workspaceId: string, body: InvitationCreate) => request('POST', `/workspaces/${workspaceId}/invitations`, { body, schema: invitationCreatedSchema });
export const withdrawInvitation = (workspaceId: string, id: string) => request('DELETE', `/workspaces/${workspaceId}/invitations/${id}`);

export const apiKeysQuery = (workspaceId: string) => queryOptions({
  queryKey: ['api-keys', workspaceId],
  queryFn: ({ signal }) => request('GET', `/workspaces/${workspaceId}/api-keys`, { schema: apiKeysSchema, signal }),
});
export const createApiKey = (workspaceId: string, body: ApiKeyCreate) => request('POST', `/workspaces/${workspaceId}/api-keys`, { body, schema: apiKeyCreatedSchema });
export const revokeApiKey = (workspaceId: string, id: string) => request('DELETE', `/workspaces/${workspaceId}/api-keys/${id}`);

export const saveWorkspace = (workspaceId: string, body: WorkspacePatch) => request('PATCH', `/workspaces/${workspaceId}`, { body, schema: workspaceSchema });
