import type { HeaderPlace } from '@afferent/contracts';
import type { RawRow } from './table.js';
import { withHeader } from './with-header.js';

const row = (number: number, ...cells: string[]): RawRow => ({ number, cells });
async function* batches(...parts: RawRow[][]) {
  yield* parts;
}
async function read(place: HeaderPlace | undefined, ...parts: RawRow[][]) {
  const table = await withHeader(batches(...parts), place);
  const numbers: number[] = [];
  for await (const rows of table.rows) numbers.push(...rows.map(({ number }) => number));
  return { header: table.header, headerRow: table.headerRow, numbers };
}

describe('withHeader', () => {
  it('takes the first line that is not blank where nothing is said', async () => {
    expect(await read(undefined, [row(3, 'id', 'date')], [row(4, '1', 'x'), row(6, '2', 'y')])).toEqual({ header: ['id', 'date'], headerRow: 3, numbers: [4, 6] });
  });

  it('leaves out what stands above the names and right below them, blank lines counted', async () => {
    expect(await read({ row: 4, rows: 1, skip: 2 }, [row(1, 'Survey')], [row(4, 'id', 'Q1')], [row(5, 'Id', 'Room?')], [row(7, '1', '5')], [row(8, '2', '4')])).toEqual({ header: ['id', 'Q1'], headerRow: 4, numbers: [7, 8] });
  });

  it('joins two lines, the upper one over all columns it spans', async () => {
    expect(await read({ row: 1, rows: 2, skip: 0 }, [row(1, 'id', 'How satisfied?', ''), row(2, '', 'Room', 'Bar'), row(3, '1', '5', '4')])).toEqual({ header: ['id', 'How satisfied? / Room', 'How satisfied? / Bar'], headerRow: 2, numbers: [3] });
  });

  it('refuses a file that ends before its names, and an empty one', async () => {
    await expect(read({ row: 9, rows: 1, skip: 0 }, [row(1, 'id')])).rejects.toMatchObject({ notice: { code: 'header_beyond_end', params: { row: 9 } } });
    await expect(read(undefined)).rejects.toMatchObject({ notice: { code: 'empty_file' } });
  });
});
