import { readMapFile } from './map-file';

const map = { name: 'A map', state: 'current', stages: [{ name: 'One', touchpoints: [{ name: 'Point', leadingP: 'people' }] }] };

it('reads a map, with a byte order mark too', () => {
  expect(readMapFile(`\uFEFF${JSON.stringify(map)}`, 'en')).toEqual({ ok: true, journey: map });
});

it('says what is wrong and where, counting from one', () => {
  expect(readMapFile('{', 'en')).toEqual({ ok: false, problem: { kind: 'notJson' } });
  expect(readMapFile('[1]', 'en')).toEqual({ ok: false, problem: { kind: 'notAMap' } });
  expect(readMapFile(JSON.stringify({ ...map, stages: [{ name: 'One', touchpoints: [{ name: 'P' }, { name: '' }] }] }), 'en'))
    .toMatchObject({ ok: false, problem: { kind: 'bad', path: 'stages[1].touchpoints[2].name' } });
  expect(readMapFile(JSON.stringify({ ...map, colour: 'red' }), 'en')).toMatchObject({ ok: false, problem: { kind: 'bad' } });
});

it('tells it in the language on screen', () => {
  const read = readMapFile(JSON.stringify({ ...map, state: 'now' }), 'ru');
  expect(read).toMatchObject({ ok: false, problem: { kind: 'bad', path: 'state', message: expect.stringMatching(/[а-я]/) } });
});
