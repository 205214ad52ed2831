import fc from 'fast-check';
import Papa from 'papaparse';
import type { Language } from '../import/fault-words.js';
import { neutral, rejectionsCsv } from './rejections-csv.js';

// The same examples in every run.
fc.configureGlobal({ seed: 20_261_121 });

async function* pages(...items: Parameters<typeof rejectionsCsv>[0] extends AsyncIterable<infer T> ? T[] : never[]) {
  yield* items;
}
async function csv(given: Parameters<typeof pages>, language?: Language): Promise<string> {
  let text = '';
  for await (const part of rejectionsCsv(pages(...given), language)) text += part;
  return text;
}

describe('neutral', () => {
  it.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1', '＝1', '\u0000=1'])('puts %j behind an apostrophe', (cell) => {
    expect(neutral(cell)).toBe(`'${cell}`);
  });
  it.each(['', '12', '-5', '+3', '-1,5', '2.5', 'a=b', 'mail@example.org'])('leaves %j as it is', (cell) => {
    expect(neutral(cell)).toBe(cell);
  });
});

describe('rejectionsCsv', () => {
  it('has its header even when nothing was rejected', async () => {
    expect(await csv([])).toBe('row,column,code,detail,value\r\n');
  });

  it('speaks to people in their language, marked as UTF-8 for spreadsheet programs', async () => {
    const faults = [[{ row: 2, column: 'NPS', code: 'invalid_answer' as const, params: { min: 0, max: 10 }, value: '12' }]];
    expect(await csv(faults, 'ru')).toBe('\ufeffстрока,столбец,код,причина,значение\r\n2,NPS,invalid_answer,Оценка — не целое число от 0 до 10.,12\r\n');
    expect(await csv(faults, 'en')).toBe('\ufeffrow,column,code,detail,value\r\n2,NPS,invalid_answer,The answer is not a whole number from 0 to 10.,12\r\n');
  });

  it('gives back what went in, except for what could be a formula', async () => {
    await fc.assert(fc.asyncProperty(fc.string(), fc.string(), async (column, value) => {
      const text = await csv([[{ row: 7, column, code: 'invalid_answer', params: { min: 1, max: 5 }, value }]]);
      const [, line] = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' }).data;
      expect(line).toEqual(['7', neutral(column), 'invalid_answer', 'The answer is not a whole number from 1 to 5.', neutral(value)]);
    }));
  });
});
