import { guessHeader, tableOf } from './header-place';

const linesOf = (...rows: string[][]) => ({ rows, numbers: rows.map((_, index) => index + 1) });
const body = (...tail: string[]) => Array.from({ length: 8 }, (_, index) => [String(index + 1), `2026-05-0${index + 1}`, String((index % 5) + 1), ...tail]);

it('takes the first line for names in a plain file', () => {
  expect(guessHeader(linesOf(['id', 'date', 'Room'], ...body()))).toEqual({ place: { row: 1, rows: 1, skip: 0 }, missing: false });
});

it('says when no line names the columns', () => {
  expect(guessHeader(linesOf(...body())).missing).toBe(true);
});

it('finds the names below titles, counting blank lines', () => {
  const lines = { rows: [['Survey of guests'], ['Period:', 'May'], ['id', 'date', 'Room'], ...body()], numbers: [1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13] };
  expect(guessHeader(lines).place).toEqual({ row: 5, rows: 1, skip: 0 });
  expect(tableOf(lines, { row: 5, rows: 1, skip: 0 })).toMatchObject({ header: ['id', 'date', 'Room'], rows: body() });
});

it('takes question texts and import ids below the codes out of the answers', () => {
  const lines = linesOf(['ResponseId', 'EndDate', 'Q1_1'], ['Response ID', 'End Date', 'How satisfied were you? - Room'], ['{"ImportId":"_recordId"}', '{"ImportId":"endDate"}', '{"ImportId":"QID1_1"}'], ...body());
  const { place } = guessHeader(lines);
  expect(place).toEqual({ row: 1, rows: 1, skip: 2 });
  expect(tableOf(lines, place)).toMatchObject({ header: ['ResponseId', 'EndDate', 'Q1_1'], texts: ['Response ID', 'End Date', 'How satisfied were you? - Room'], rows: body() });
});

it('joins a question with the rows of its grid below it', () => {
  const lines = linesOf(['id', 'date', 'How satisfied?', ''], ['', '', 'Room', 'Breakfast'], ...body('4'));
  const { place } = guessHeader(lines);
  expect(place).toEqual({ row: 1, rows: 2, skip: 0 });
  expect(tableOf(lines, place).header).toEqual(['id', 'date', 'How satisfied? / Room', 'How satisfied? / Breakfast']);
});

it('prefers whole names to the names of groups above them', () => {
  expect(guessHeader(linesOf(['Guest', '', 'Rooms'], ['id', 'date', 'Room'], ...body())).place).toEqual({ row: 2, rows: 1, skip: 0 });
});
