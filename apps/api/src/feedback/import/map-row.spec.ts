import { importMappingSchema, type ImportMappingInput } from '@afferent/contracts';
import { findLayout } from './layout.js';
import { toldNotice } from './notice-words.js';
import { rowMapper } from './map-row.js';
import type { RawRow } from './table.js';

const base: ImportMappingInput = {
  name: 'Visits',
  format: 'csv',
  externalId: { template: 'v-{ID}' },
  answeredAt: { column: 'DATE' },
  weight: { column: 'W' },
  segment: { column: 'SEG', labels: { '1': 'Business' } },
  channel: { column: 'CH', labels: { web: 'Online' } },
  attributes: [{ key: 'area', column: 'AREA', labels: { g: 'Gate' } }],
  comment: { column: 'TEXT' },
  questions: [
    { key: 'nps', column: 'NPS', metric: 'nps', scale: [0, 10], missing: ['11'], touchpoint: null },
    { key: 'wifi', column: 'WIFI', metric: 'csat', scale: [1, 5], missing: ['0', 'Blank'], touchpoint: 'Wi-Fi' },
  ],
};
const header = [' ID ', 'DATE', 'W', 'SEG', 'CH', 'AREA', 'TEXT', 'NPS', 'WIFI'];

function mapping(change: Partial<ImportMappingInput> = {}) {
  return importMappingSchema.parse({ ...base, ...change });
}
function map(cells: string[], change: Partial<ImportMappingInput> = {}, extra: Partial<RawRow> = {}) {
  const { layout } = findLayout(mapping(change), header);
  return rowMapper(layout, { workspaceZone: 'UTC', now: new Date('2026-01-01T00:00:00Z') })({ number: 2, cells, ...extra });
}
const good = ['7', '2025-03-04', '0.50', '1', 'web', 'g', ' hello ', '9', '5'];
const withCell = (index: number, value: string) => good.map((cell, at) => (at === index ? value : cell));

describe('rowMapper', () => {
  it('maps a whole row', () => {
    expect(map(good)).toEqual({
      faults: [],
      row: { externalId: 'v-7', answeredAt: '2025-03-04T00:00:00.000Z', experiencedAt: null, day: '2025-03-04', segment: 'Business', channel: 'Online', weight: '0.50', attributes: { area: 'Gate' }, comment: 'hello', customerRef: null, answers: [[0, 9], [1, 5]] },
    });
  });

  it('knows a code with decimals that are all noughts by its label', () => {
    const turned: ImportMappingInput['questions'] = [{ key: 'wait', column: 'WIFI', metric: 'csat', scale: [1, 5], labels: { '1': 5, '5': 1 }, touchpoint: null }];
    expect(map(['7', '2025-03-04', '', '1.0', 'web', 'g', '', '', '1.0'], { questions: turned }).row).toMatchObject({ segment: 'Business', answers: [[0, 5]] });
    expect(map(['7', '2025-03-04', '', '1.5'], { questions: turned }).row?.segment).toBeNull();
  });

  it('puts a date together from numbers that were written with decimals', () => {
    expect(map(withCell(3, '4.0'), { answeredAt: { template: '2025-3-{SEG}' } }).row?.day).toBe('2025-03-04');
  });

  it('takes too few fields as blanks', () => {
    expect(map(['7', '2025-03-04']).row).toMatchObject({ weight: null, segment: null, comment: null, attributes: null, answers: [] });
  });

  it.each([
    [[...good, 'x'], 'too_many_fields', undefined],
    [withCell(0, ' '), 'missing_id', 'ID'],
    [withCell(0, 'a\u0000b'), 'invalid_id', 'ID'],
    [withCell(0, 'x'.repeat(600)), 'invalid_id', 'ID'],
    [withCell(1, ''), 'missing_time', 'DATE'],
    [withCell(1, '2025-02-30'), 'invalid_time', 'DATE'],
    [withCell(1, '1980-02-03'), 'time_out_of_range', 'DATE'],
    [withCell(1, '2026-01-03'), 'time_out_of_range', 'DATE'],
    [withCell(2, '0'), 'invalid_weight', 'W'],
    [withCell(2, 'heavy'), 'invalid_weight', 'W'],
    [withCell(3, 'Caf\ufffd'), 'invalid_encoding', 'SEG'],
  ])('rejects a whole row: %j', (cells, code, column) => {
    const { row, faults } = map(cells);
    expect(row).toBeUndefined();
    expect(faults).toEqual([expect.objectContaining({ code, ...(column ? { column } : {}) })]);
  });

  it.each(['12', '-1', '4.5', 'good', '9\u0000', '=1+1', '٣'])('rejects the answer %j alone', (value) => {
    const { row, faults } = map(withCell(7, value));
    expect(row?.answers).toEqual([[1, 5]]);
    expect(faults).toEqual([{ code: 'invalid_answer', params: { min: 0, max: 10 }, column: 'NPS', value }]);
  });

  it.each(['11', ' 11 ', '', ' ', '11.0'])('takes %j as no answer', (value) => {
    const { row, faults } = map(withCell(7, value));
    expect(row?.answers).toEqual([[1, 5]]);
    expect(faults).toEqual([]);
  });

  it('reads 5.0 as 5 and tells missing codes by their exact text', () => {
    expect(map(withCell(8, '5.0')).row?.answers).toEqual([[0, 9], [1, 5]]);
    expect(map(withCell(8, 'blank')).faults).toHaveLength(1);
    expect(map(withCell(8, 'Blank')).faults).toHaveLength(0);
  });

  it('gives no segment to a value without a label', () => {
    expect(map(withCell(3, '2')).row).toMatchObject({ segment: null, channel: 'Online' });
    expect(map(withCell(3, 'constructor')).row).toMatchObject({ segment: null });
  });

  it('keeps a comment that is a formula or has NUL bytes as text', () => {
    expect(map(withCell(6, '=cmd|calc')).row?.comment).toBe('=cmd|calc');
    expect(map(withCell(6, 'a\u0000b')).row?.comment).toBe('ab');
  });

  it('dates by the experience where it is given', () => {
    const experiencedAt = { column: 'AREA', format: 'dd.MM.yyyy' };
    const change = { experiencedAt, attributes: [] };
    expect(map(withCell(5, '01.02.2025'), change).row).toMatchObject({ day: '2025-02-01', answeredAt: '2025-03-04T00:00:00.000Z', experiencedAt: '2025-02-01T00:00:00.000Z' });
    expect(map(withCell(5, ''), change).row).toMatchObject({ day: '2025-03-04', experiencedAt: null });
    expect(map(withCell(5, 'soon'), change).faults[0]).toMatchObject({ code: 'invalid_time', column: 'AREA' });
  });

  it('takes a spreadsheet’s date cell as its date even when it is displayed otherwise', () => {
    expect(map(withCell(1, '3/4/25'), {}, { exact: new Map([[1, '2025-03-04']]) }).row?.day).toBe('2025-03-04');
  });

  it('scores words whatever their case, and numbers beside them', () => {
    const change = { questions: [{ key: 'wifi', column: 'WIFI', metric: 'csat' as const, scale: [1, 5] as [number, number], labels: { 'Very Good': 5, '9': 1 }, missing: ['N/A'], touchpoint: 'Wi-Fi' }] };
    const answer = (value: string) => map(withCell(8, value), change).row?.answers;
    expect(['very good', ' Very good ', '9', '3', 'N/A'].map(answer)).toEqual([[[0, 5]], [[0, 5]], [[0, 1]], [[0, 3]], []]);
    expect(map(withCell(8, 'awful'), change).faults).toEqual([{ code: 'invalid_answer', params: { min: 1, max: 5 }, column: 'WIFI', value: 'awful' }]);
  });

  it('rounds decimals only where the mapping says so, half up', () => {
    const rounded = { questions: [{ key: 'wifi', column: 'WIFI', metric: 'csi' as const, scale: [0, 10] as [number, number], round: true, touchpoint: 'Wi-Fi' }] };
    expect(['8.3', '7,5', '10.0', '2'].map((value) => map(withCell(8, value), rounded).row?.answers)).toEqual([[[0, 8]], [[0, 8]], [[0, 10]], [[0, 2]]]);
    expect(map(withCell(8, '4.5')).faults[0]?.code).toBe('invalid_answer');
    expect(map(withCell(8, '10.6'), rounded).faults[0]?.code).toBe('invalid_answer');
  });

  it('makes ids of row numbers and dates rows by one date', () => {
    expect(map(good, { externalId: { template: '{DATE} {#row}' } }).row?.externalId).toBe('2025-03-04 2');
    expect(map(good, { answeredAt: { template: '2025-12-31' } }).row?.day).toBe('2025-12-31');
  });

  it('passes on what the reader found', () => {
    expect(map([], {}, { fault: { code: 'unclosed_quote' } }).faults).toEqual([{ code: 'unclosed_quote' }]);
  });
});

describe('findLayout', () => {
  it.each([[['DATE', 'W'], /"ID".*not in/], [['ID', 'ID', 'DATE'], /"ID".*2 times/], [['ID', 'DATE', ' DATE'], /"DATE".*2 times/], [['id', 'DATE'], /"ID"/]])('fails without exactly one id and time column: %j', (columns, message) => {
    expect(() => findLayout(mapping(), columns)).toThrow(message);
  });

  it('skips other missing or doubled columns with a warning', () => {
    const { layout, notices } = findLayout(mapping(), ['ID', 'DATE', 'NPS', 'NPS', 'WIFI']);
    expect(layout?.questions.map((question) => question.index)).toEqual([1]);
    expect(layout?.weight).toBeUndefined();
    expect(notices).toHaveLength(6);
    expect(notices.map((notice) => toldNotice(notice).detail).join('\n')).toMatch(/"NPS" is in the file 2 times: the question "nps" was left out/);
  });
});
