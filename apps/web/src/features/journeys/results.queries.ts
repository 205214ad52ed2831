import { surveyResultsSchema, surveysSchema, type HeatmapMetric, type QuestionMetric, type QuestionResult } from '@afferent/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';
import type { Filter } from './heatmap.queries';

/** Whose answers a metric is computed from; a csat question also gives a csi (min–max of its scale). */
const SERVED_BY: Partial<Record<HeatmapMetric, readonly QuestionMetric[]>> = { nps: ['nps'], csat: ['csat'], csi: ['csi', 'csat'], ces: ['ces'], emotion: ['emotion'] };

/** How often each score was given, lowest first. */
export interface Distribution {
  text: string;
  n: number;
  bars: readonly { score: number; n: number }[];
}

const base = (workspaceId: string) => `/workspaces/${workspaceId}/surveys`;

const fetchSurveys = async (workspaceId: string, signal: AbortSignal) => {
  const items = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(workspaceId, cursor, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
};
const fetchPage = (workspaceId: string, cursor: string | null, signal: AbortSignal) =>
  request('GET', base(workspaceId), { query: { cursor, limit: 200 }, schema: surveysSchema, signal });

export const surveysQuery = (workspaceId: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'surveys'],
  queryFn: ({ signal }) => fetchSurveys(workspaceId, signal),
  staleTime: 5 * 60_000,
});

// Two scales are never added up: the question with the most answers decides which scale is shown.
const addUp = (questions: readonly QuestionResult[]): Distribution | null => {
  const shown = questions.filter(({ histogram }) => histogram !== null).toSorted((a, b) => b.n - a.n);
  const [first] = shown;
  if (first === undefined) return null;
  const alike = shown.filter(({ scale }) => scale[0] === first.scale[0] && scale[1] === first.scale[1]);
  const bars = (first.histogram ?? []).map(({ score }) => ({
    score,
    n: alike.reduce((sum, { histogram }) => sum + (histogram?.find((bar) => bar.score === score)?.n ?? 0), 0),
  }));
  return { text: first.text, n: bars.reduce((sum, { n }) => sum + n, 0), bars };
};

/** The distribution of a touchpoint's answers for a metric; null where none may be shown. */
export const distributionQuery = (workspaceId: string, surveyIds: readonly string[], touchpointId: string, metric: HeatmapMetric, { period, segment, channel }: Filter) => queryOptions({
  queryKey: ['workspace', workspaceId, 'distribution', touchpointId, metric, period, segment, channel, surveyIds],
  queryFn: async ({ signal }) => {
    const results = await Promise.all(surveyIds.map((id) => request('GET', `${base(workspaceId)}/${id}/results`, {
      query: { from: period?.from, to: period?.to, segment, channel },
      schema: surveyResultsSchema,
      signal,
    })));
    const served = SERVED_BY[metric] ?? [];
    return addUp(results.flatMap(({ questions }) => questions).filter((question) => question.touchpointId === touchpointId && served.includes(question.metric)));
  },
});

/** Surveys that ask about a touchpoint for a metric. */
export const surveysAbout = (surveys: Awaited<ReturnType<typeof fetchSurveys>>, touchpointId: string, metric: HeatmapMetric): string[] =>
  surveys.filter(({ questions }) => questions.some((question) => question.touchpointId === touchpointId && (SERVED_BY[metric] ?? []).includes(question.metric))).map(({ id }) => id);
