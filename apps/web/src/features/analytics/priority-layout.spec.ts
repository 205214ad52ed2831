import { placeLabels, priorityScales, spacedTicks } from './priority-layout';

const plot = { left: 0, right: 400, top: 0, bottom: 200 };

it('puts a name beside its point, on the side where there is room', () => {
  expect(placeLabels([{ name: 'Shops', x: 20, y: 100 }, { name: 'Boarding', x: 390, y: 50 }], plot)).toMatchObject([{ text: 'Shops', anchor: 'start' }, { text: 'Boarding', anchor: 'end' }]);
});

it('leaves out a name that would cover another, never that of the first point', () => {
  const labels = placeLabels(Array.from({ length: 6 }, (_, index) => ({ name: `Security ${index}`, x: 200 + index, y: 100 })), plot);
  expect(labels[0]).toMatchObject({ text: 'Security 0' });
  expect(labels.at(-1)).toBeNull();
});

it('prints only ticks that have room', () => {
  const x = (tick: number) => tick * 2;
  expect(spacedTicks([0, 20, 40, 60, 198], x, plot)).toEqual([0, 40]);
});

it('shortens a long name', () => {
  expect(placeLabels([{ name: 'Проверка приостановленного перевода', x: 20, y: 100 }], plot)).toMatchObject([{ text: 'Проверка приостановленног…' }]);
});

it('keeps zero contacts at the edge and stated importance inside 0..10', () => {
  const inset = { left: 30, right: 400, top: 10, bottom: 190 };
  const points = [{ id: 'a', name: 'a', weight: 0, value: 40 }, { id: 'b', name: 'b', weight: 10, value: 80 }];
  expect(priorityScales('contacts', points, inset).x(0)).toBe(30);
  expect(priorityScales('importance', points, inset).x.domain()).toEqual([0, 10]);
  expect(priorityScales('importance', points, inset).y(80)).toBeGreaterThan(inset.top);
});
