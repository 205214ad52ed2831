import type { Account } from './account.js';
import type { Story } from './story.js';

interface Named { id: string; name: string }

/** A map made through the API, with the ids its story needs. */
export interface StoryMap {
  journeyId: string;
  address: string;
  touchpoints: ReadonlyMap<string, string>;
}

/** A call of the API as the person of the story. */
export const call = async <T>({ context, url }: Story, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, data?: object, headers: Record<string, string> = {}): Promise<T> => {
  const answer = await context.request.fetch(`/api/v1${path}`, { method, headers: { Origin: url, ...headers }, ...(data === undefined ? {} : { data }) });
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
  return await answer.json() as T;
};

/** A map with the given stages and touchpoints. */
export const makeMap = async (story: Story, { workspaceId }: Account, name: string, stages: Readonly<Record<string, readonly string[]>>): Promise<StoryMap> => {
  const journey = await call<{ id: string; touchpoints: Named[] }>(story, 'POST', `/workspaces/${workspaceId}/journeys`, {
    name, state: 'current', stages: Object.entries(stages).map(([stage, points]) => ({ name: stage, touchpoints: points.map((point) => ({ name: point })) })),
  });
  return { journeyId: journey.id, address: `/w/${workspaceId}/journeys/${journey.id}`, touchpoints: new Map(journey.touchpoints.map((point) => [point.name, point.id])) };
};

/** Answers of May 2017 on a scale 1..5: for each touchpoint how many people gave which score. */
export const answerCsi = async (story: Story, { workspaceId }: Account, map: StoryMap, counts: Readonly<Record<string, Readonly<Record<number, number>>>>, segment = 'All') => {
  const names = Object.keys(counts);
  const survey = await call<{ id: string }>(story, 'POST', `/workspaces/${workspaceId}/surveys`, {
    name: `Survey ${segment}`, kind: 'relational', journeyId: map.journeyId,
    questions: names.map((name, index) => ({ key: `q${index}`, text: name, metric: 'csi', scale: [1, 5], touchpointId: map.touchpoints.get(name) })),
  });
  const responses = names.flatMap((name, index) => Object.entries(counts[name] ?? {}).flatMap(([score, times]) =>
    Array.from({ length: times }, (_, turn) => ({ externalId: `${segment}-${index}-${score}-${turn}`, answeredAt: `2017-05-${String(1 + (turn % 28)).padStart(2, '0')}`, segment, answers: { [`q${index}`]: Number(score) } }))));
  await call(story, 'POST', `/workspaces/${workspaceId}/responses`, { surveyId: survey.id, responses }, { 'Idempotency-Key': `${map.journeyId} ${segment}` });
};
