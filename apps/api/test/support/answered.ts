import type { Person } from './client.js';

export interface Question {
  readonly key: string;
  readonly metric: string;
  readonly scale: readonly [number, number];
  readonly touchpointId: string | null;
}

export interface Given {
  readonly answers: Readonly<Record<string, number>>;
  readonly times?: number;
  readonly day?: string;
  readonly segment?: string;
  readonly channel?: string;
  readonly weight?: number;
}

export interface MadeJourney {
  readonly id: string;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly touchpoints: readonly { readonly id: string; readonly name: string }[];
}

const bodyOf = <T>(answer: { status: number; text: string }, status: number): T => {
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${answer.text}`);
  return JSON.parse(answer.text) as T;
};

/** A journey with these touchpoints in one stage, in this order. */
export async function journeyOf(person: Person, name: string, touchpoints: readonly string[]): Promise<MadeJourney> {
  const stages = [{ name: 'Stage', touchpoints: touchpoints.map((each) => ({ name: each })) }];
  return bodyOf(await person.post(`/workspaces/${person.workspaceId}/journeys`, { name, state: 'current', stages }), 201);
}

export async function surveyOf(person: Person, journeyId: string | null, questions: readonly Question[]): Promise<string> {
  const body = { name: 'Survey', kind: 'transactional', ...(journeyId === null ? {} : { journeyId }), questions: questions.map((question) => ({ ...question, text: question.key })) };
  return bodyOf<{ id: string }>(await person.post(`/workspaces/${person.workspaceId}/surveys`, body), 201).id;
}

let sent = 0;

/** Sends responses; each kind `times` times. */
export async function answered(person: Person, surveyId: string, given: readonly Given[]): Promise<void> {
  const responses = given.flatMap(({ times = 1, day = '2026-03-10', ...rest }) =>
    Array.from({ length: times }, () => ({ externalId: `r${(sent += 1)}`, answeredAt: day, ...rest })));
  for (let start = 0; start < responses.length; start += 1000) {
    const call = person.call('post', `/workspaces/${person.workspaceId}/responses`).set('idempotency-key', `answered-${(sent += 1)}`);
    const batch = responses.slice(start, start + 1000);
    const result = bodyOf<{ accepted: number }>(await call.send({ surveyId, responses: batch }), 200);
    if (result.accepted !== batch.length) throw new Error(`accepted ${result.accepted} of ${batch.length}`);
  }
}

/** A report of the person's workspace. */
export async function report<T>(person: Person, path: string): Promise<T> {
  return bodyOf<T>(await person.get(`/workspaces/${person.workspaceId}${path}`), 200);
}
