import {
  importAcceptedSchema, importCheckSchema, importPreviewSchema, importSchema, journeySchema, journeysSchema, pageSchema, savedMappingSchema, touchpointsSchema, type Locale,
} from '@afferent/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';
import { upload } from '../../lib/upload';

const root = (workspaceId: string) => `/workspaces/${workspaceId}`;
const importsKey = (workspaceId: string) => ['imports', workspaceId] as const;
/** Enough to tell columns apart and to check a file; more of a CSV is not sent twice. */
const SLICE_BYTES = 8 * 1024 * 1024;

export const importJourneysQuery = (workspaceId: string) => queryOptions({
  queryKey: [...importsKey(workspaceId), 'journeys'],
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/journeys`, { query: { limit: 200 }, schema: journeysSchema, signal }),
});

/** Names that a column can be recognised by: those of the chosen map first, else the catalogue's. */
export const touchpointNamesQuery = (workspaceId: string, journeyId: string | null) => queryOptions({
  queryKey: [...importsKey(workspaceId), 'touchpoints', journeyId],
  queryFn: async ({ signal }) => {
    if (journeyId == null) return (await request('GET', `${root(workspaceId)}/touchpoints`, { query: { limit: 200 }, schema: touchpointsSchema, signal })).items.map(({ name }) => name);
    return (await request('GET', `${root(workspaceId)}/journeys/${journeyId}`, { schema: journeySchema, signal })).touchpoints.map(({ name }) => name);
  },
});

export const savedMappingsQuery = (workspaceId: string) => queryOptions({
  queryKey: [...importsKey(workspaceId), 'mappings'],
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/import-mappings`, { schema: pageSchema(savedMappingSchema), signal }),
});

export const importsQuery = (workspaceId: string) => queryOptions({
  queryKey: [...importsKey(workspaceId), 'list'],
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/imports`, { query: { limit: 10 }, schema: pageSchema(importSchema), signal }),
});

/** One import; asked again every second while it is not over. */
export const importQuery = (workspaceId: string, importId: string) => queryOptions({
  queryKey: [...importsKey(workspaceId), 'one', importId],
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/imports/${importId}`, { schema: importSchema, signal }),
  refetchInterval: (query) => (query.state.data == null || query.state.data.status === 'queued' || query.state.data.status === 'running' ? 1000 : false),
});

/** The beginning of a CSV up to its last whole line; a workbook cannot be cut. */
const beginning = async (file: File, format: 'csv' | 'xlsx', bytes: number): Promise<Blob> => {
  if (format === 'xlsx' || file.size <= bytes) return file;
  const part = new Uint8Array(await file.slice(0, bytes).arrayBuffer());
  const lineEnd = part.lastIndexOf(10);
  return file.slice(0, lineEnd > 0 ? lineEnd + 1 : bytes);
};

const formatOf = (file: File): 'csv' | 'xlsx' => (/\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv');

/** The first rows, read as asked or, where nothing is asked, as the server finds best. */
export const previewImport = async (workspaceId: string, file: File, { sheet, delimiter, encoding }: { sheet?: string; delimiter?: string; encoding?: string } = {}) => {
  const form = new FormData();
  form.append('format', formatOf(file));
  for (const [name, value] of Object.entries({ sheet, delimiter, encoding })) if (value != null) form.append(name, value);
  form.append('file', await beginning(file, formatOf(file), 1024 * 1024), file.name);
  return upload(`${root(workspaceId)}/imports/preview`, { form, schema: importPreviewSchema });
};

const formOf = (mapping: object, journeyId: string | null) => {
  const form = new FormData();
  form.append('mapping', JSON.stringify(mapping));
  if (journeyId != null) form.append('journeyId', journeyId);
  return form;
};

export const checkImport = async (workspaceId: string, { file, mapping, journeyId }: { file: File; mapping: object; journeyId: string | null }) => {
  const form = formOf(mapping, journeyId);
  const part = await beginning(file, formatOf(file), SLICE_BYTES);
  form.append('file', part, file.name);
  const check = await upload(`${root(workspaceId)}/imports/check`, { form, schema: importCheckSchema });
  return { ...check, complete: check.complete && part.size === file.size };
};

export const startImport = (workspaceId: string, input: { file: File; mapping: object; journeyId: string | null; onProgress: (share: number) => void }) => {
  const form = formOf(input.mapping, input.journeyId);
  form.append('file', input.file, input.file.name);
  return upload(`${root(workspaceId)}/imports`, { form, schema: importAcceptedSchema, onProgress: input.onProgress });
};

export const cancelImport = (workspaceId: string, importId: string) => request('POST', `${root(workspaceId)}/imports/${importId}/cancel`);

export const rejectionsAddress = (workspaceId: string, importId: string, locale: Locale) => `/api/v1${root(workspaceId)}/imports/${importId}/rejections?lang=${locale}`;
