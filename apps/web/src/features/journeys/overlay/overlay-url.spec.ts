import { readOverlay, writeOverlay } from './overlay-url';

const read = (text: string) => readOverlay(new URLSearchParams(text));

it('restores what was written, and writes no defaults', () => {
  const link = 'metric=nps&from=2017-05-01&to=2017-05-31&compare=year&segment=Business&channel=Online&view=table&touchpoint=abc&tab=owners';
  expect(writeOverlay(read(link)).toString()).toBe(link);
  expect(writeOverlay(read('')).toString()).toBe('');
});

it('opens an old or mistyped link with defaults instead of an error', () => {
  expect(read('metric=joy&from=2017-05-01&compare=never&view=globe&tab=x')).toEqual(read(''));
  expect(read('from=2017-06-01&to=2017-05-01').period).toBeNull();
});

it('keeps parameters of others and forgets a tab without a touchpoint', () => {
  expect(writeOverlay({ ...read('tab=owners'), touchpointId: null }, new URLSearchParams('other=1&tab=owners')).toString()).toBe('other=1');
});
