import {
  functionsSchema, influenceSchema, membersSchema, scoresSchema, scoreSchema, touchpointSchema, touchpointsSchema,
  type InfluencePut, type ScoreCreate, type Touchpoint, type TouchpointPatch,
} from '@afferent/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';

const base = (workspaceId: string) => `/workspaces/${workspaceId}`;
const point = (workspaceId: string, touchpointId: string) => `${base(workspaceId)}/touchpoints/${touchpointId}`;

/** Touchpoints whose name contains the text, for linking while typing. */
export const searchQuery = (workspaceId: string, search: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'touchpoint-search', search],
  queryFn: ({ signal }) => request('GET', `${base(workspaceId)}/touchpoints`, { query: { search: search.trim(), limit: 8 }, schema: touchpointsSchema, signal }),
});

const sameName = (one: string, other: string) => one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

/** The catalogue's touchpoint of that name, made if there is none. */
export const touchpointByName = async (workspaceId: string, name: string): Promise<Touchpoint> => {
  const find = async () => {
    const { items } = await request('GET', `${base(workspaceId)}/touchpoints`, { query: { search: name, limit: 200 }, schema: touchpointsSchema });
    return items.find((item) => sameName(item.name, name));
  };
  return (await find()) ?? request('POST', `${base(workspaceId)}/touchpoints`, { body: { name }, schema: touchpointSchema });
};

export const touchpointQuery = (workspaceId: string, touchpointId: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'touchpoint', touchpointId],
  queryFn: ({ signal }) => request('GET', point(workspaceId, touchpointId), { schema: touchpointSchema, signal }),
});

/** Changes a touchpoint in the catalogue; 412 with the current state when it is newer than `version`. */
export const patchTouchpoint = (workspaceId: string, touchpointId: string, version: number, body: TouchpointPatch) =>
  request('PATCH', point(workspaceId, touchpointId), { body, headers: { 'If-Match': `"v${version}"` }, schema: touchpointSchema });

/** The staff's 3P now and every score, the latest first. */
export const scoresQuery = (workspaceId: string, touchpointId: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'scores', touchpointId],
  queryFn: ({ signal }) => request('GET', `${point(workspaceId, touchpointId)}/scores`, { schema: scoresSchema, signal }),
});
export const createScore = (workspaceId: string, touchpointId: string, body: ScoreCreate) =>
  request('POST', `${point(workspaceId, touchpointId)}/scores`, { body, schema: scoreSchema });

export const influenceQuery = (workspaceId: string, touchpointId: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'influence', touchpointId],
  queryFn: ({ signal }) => request('GET', `${point(workspaceId, touchpointId)}/influence`, { schema: influenceSchema, signal }),
});
export const putInfluence = (workspaceId: string, touchpointId: string, body: InfluencePut) =>
  request('PUT', `${point(workspaceId, touchpointId)}/influence`, { body, schema: influenceSchema });

export const functionsQuery = (workspaceId: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'functions'],
  queryFn: ({ signal }) => request('GET', `${base(workspaceId)}/functions`, { schema: functionsSchema, signal }),
});

export const membersQuery = (workspaceId: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'members'],
  queryFn: ({ signal }) => request('GET', `${base(workspaceId)}/members`, { schema: membersSchema, signal }),
});
