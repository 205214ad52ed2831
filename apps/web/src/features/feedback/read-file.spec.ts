import { faultOfFile } from './file-kind';
import { sourceOf, usedRatings } from './read-file';

const preview = { format: 'csv' as const, encoding: 'utf-8', delimiter: ',', sheets: [], sheet: null, warnings: [], notices: [], headerRow: 1 };
const file = new File(['x'], 'a.csv');

it('reads names, texts and answers each from their lines', () => {
  const rows = [['Date', 'How was it? - Room'], ...Array.from({ length: 8 }, (_, index) => [`03/04/202${index % 6}`, String((index % 5) + 1)])];
  const source = sourceOf(file, { ...preview, header: ['D', 'Q1'], rows, rowNumbers: rows.map((_, index) => index + 2) }, [], 'America/New_York');
  expect(source).toMatchObject({ place: { row: 1, rows: 1, skip: 1 }, unnamed: false, table: { header: ['D', 'Q1'] }, guess: { answeredAt: { format: 'M/d/yyyy', ambiguous: true } } });
  expect(source.guess.ratings).toMatchObject([{ column: 'Q1', text: 'How was it? - Room', about: { kind: 'touchpoint', name: 'Room' } }]);
  expect(usedRatings(source)).toBe(1);
  expect(sourceOf(file, { ...preview, header: ['D', 'Q1'], rows, rowNumbers: rows.map((_, index) => index + 2) }, [], 'Europe/Moscow', { row: 2, rows: 1, skip: 0 }).table.header).toEqual(['Date', 'How was it? - Room']);
});

it.each([
  ['a.csv', 10, null], ['a.xlsx', 10, null], ['a.txt', 10, null], ['a.csv', 0, 'empty'], ['a.xls', 10, 'oldExcel'], ['a.ods', 1, 'openDocument'], ['a.sav', 1, 'spss'], ['A.PDF', 1, 'otherKind'], ['m.json', 1, 'mapping'],
  ['a.xlsx', 21 * 1024 * 1024, 'largeExcel'], ['a.csv', 60 * 1024 * 1024, null], ['a.csv', 3 * 1024 ** 3, 'large'],
])('judges %s of %i bytes before it is sent: %s', (name, size, fault) => {
  expect(faultOfFile({ name, size })).toBe(fault);
});
