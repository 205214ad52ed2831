import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Person } from './client.js';
import { until } from './until.js';

export interface ImportState {
  id: string;
  status: string;
  progress: number;
  rowsRead: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  rejectedAnswers: number;
  warnings: string[];
  error: string | null;
  notices: { code: string; params: Record<string, string | number>; detail: string }[];
  failure: { code: string; params: Record<string, string | number>; detail: string } | null;
  surveyId: string | null;
  firstDay: string | null;
  lastDay: string | null;
}

export const bodyOf = <T>(answer: { text: string }): T => JSON.parse(answer.text) as T;
export const at = (person: Person, path: string) => `/workspaces/${person.workspaceId}${path}`;

/** A mapping over the columns ID, DATE, W, SEG, CH, TEXT, NPS and WIFI. */
export const visits = (change: object = {}) => ({
  name: 'Visits',
  format: 'csv',
  externalId: { template: 'v-{ID}' },
  answeredAt: { column: 'DATE' },
  weight: { column: 'W' },
  segment: { column: 'SEG', labels: { b: 'Business', l: 'Leisure' } },
  channel: { column: 'CH', labels: { w: 'Web' } },
  comment: { column: 'TEXT' },
  questions: [
    { key: 'nps', column: 'NPS', metric: 'nps', scale: [0, 10], missing: ['11'], touchpoint: null },
    { key: 'wifi', column: 'WIFI', metric: 'csat', scale: [1, 5], missing: ['0'], touchpoint: 'Wi-Fi' },
  ],
  ...change,
});
export const header = 'ID,DATE,W,SEG,CH,TEXT,NPS,WIFI';

export interface FormParts {
  file?: Buffer | string;
  fileName?: string;
  mapping?: object | string;
  journeyId?: string | undefined;
  /** The order the parts are sent in. */
  order?: readonly ('file' | 'mapping' | 'journeyId')[];
}

export function sendForm(person: Person, path: string, { file, fileName = 'data.csv', mapping, journeyId, order = ['file', 'mapping', 'journeyId'] }: FormParts) {
  const call = person.call('post', at(person, path));
  for (const part of order) {
    if (part === 'file' && file !== undefined) void call.attach('file', Buffer.from(file), fileName);
    if (part === 'mapping' && mapping !== undefined) void call.field('mapping', typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
    if (part === 'journeyId' && journeyId !== undefined) void call.field('journeyId', journeyId);
  }
  return call;
}

export async function stateOf(person: Person, id: string): Promise<ImportState> {
  return bodyOf<ImportState>(await person.get(at(person, `/imports/${id}`)).expect(200));
}

export function ended(person: Person, id: string): Promise<ImportState> {
  return until(() => stateOf(person, id), ({ status }) => !['queued', 'running'].includes(status));
}

/** Waits until so many uploaded files lie in a data folder: one goes only after the end of its import was told. */
export async function spooled(dataDir: string, count: number): Promise<void> {
  await until(() => readdirSync(join(dataDir, 'imports')), (names) => names.length === count);
}

/** Sends a file and waits for the end of its import. */
export async function imported(person: Person, parts: FormParts): Promise<ImportState> {
  const answer = await sendForm(person, '/imports', parts).expect(202);
  return ended(person, bodyOf<{ id: string }>(answer).id);
}

export async function rejectionLines(person: Person, id: string): Promise<string[]> {
  const answer = await person.get(at(person, `/imports/${id}/rejections`)).expect(200);
  return answer.text.split('\r\n').filter((line) => line !== '');
}
