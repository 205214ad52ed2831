import { safeNext } from './safe-next';

it('keeps addresses of the application with their filters', () => {
  expect(safeNext('/w/1/journeys/2?metric=csi')).toBe('/w/1/journeys/2?metric=csi');
});

it.each([null, '', 'https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', 'w/1'])('does not follow %p', (next) => {
  expect(safeNext(next)).toBe('/');
});
