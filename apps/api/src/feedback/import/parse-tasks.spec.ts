import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importMappingSchema } from '@afferent/contracts';
import type { ParseMessage } from './parse-job.js';
import { parse } from './parse-tasks.js';

const folder = mkdtempSync(join(tmpdir(), 'afferent-parse-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mapping = importMappingSchema.parse({
  name: 'Visits', format: 'csv', externalId: { template: '{ID}' }, answeredAt: { column: 'DATE' },
  questions: [{ key: 'nps', column: 'NPS', metric: 'nps', scale: [0, 10], missing: [], touchpoint: null }],
});

describe('an import that goes on', () => {
  it('gives only the rows behind the last stored one, and tells that it passes over those before', async () => {
    const path = join(folder, 'long.csv');
    const rows = 250_000;
    writeFileSync(path, `ID,DATE,NPS\n${Array.from({ length: rows }, (_, row) => `${row},2026-01-01,${row % 11}\n`).join('')}`);
    const messages: ParseMessage[] = [];
    await parse({ task: 'import', path, mapping, workspaceZone: 'utc', now: '2026-01-02T00:00:00Z', afterRow: rows - 2 }, (message) => messages.push(message));
    expect(messages.map(({ type }) => type)).toEqual(['layout', 'passing', 'passing', 'chunk', 'end']);
    expect(messages[3]).toMatchObject({ rowsRead: 3, lastRow: rows + 1, rejected: 0, batch: { rows: 3, firstDay: '2026-01-01' } });
  });
});
