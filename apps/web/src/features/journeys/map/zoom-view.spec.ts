import { pictureOf, zoomAbout, type View } from './zoom-view';

const room = { width: 1000, height: 600 };
const map = { width: 4000, height: 1800 };
// Where a point of the map (at 100 %) stands in the window.
const seenAt = ({ zoom, left, top }: View, x: number, y: number) => [x * zoom - left, y * zoom - top];

describe('zoomAbout', () => {
  it('keeps what is under the pointer', () => {
    const from = { zoom: 1, left: 1200, top: 500 };
    const at = { x: 400, y: 200 };
    const to = zoomAbout(from, 0.5, at, map, room);
    expect(seenAt(to, 1600, 700)).toEqual([400, 200]);
    expect(to.zoom).toBe(0.5);
  });

  it('never leaves the map, and shows a map that is smaller than the window from its corner', () => {
    expect(zoomAbout({ zoom: 1, left: 0, top: 0 }, 0.5, { x: 900, y: 500 }, map, room)).toEqual({ zoom: 0.5, left: 0, top: 0 });
    expect(zoomAbout({ zoom: 1, left: 3000, top: 1200 }, 0.6, { x: 0, y: 0 }, map, room)).toEqual({ zoom: 0.6, left: 1400, top: 480 });
    expect(zoomAbout({ zoom: 0.5, left: 1000, top: 300 }, 0.2, { x: 500, y: 300 }, map, room)).toEqual({ zoom: 0.2, left: 0, top: 0 });
  });

  it('stays between a fifth and twice the size', () => {
    expect(zoomAbout({ zoom: 0.3, left: 0, top: 0 }, 0.01, { x: 0, y: 0 }, map, room).zoom).toBe(0.2);
    expect(zoomAbout({ zoom: 1.9, left: 0, top: 0 }, 9, { x: 0, y: 0 }, map, room).zoom).toBe(2);
  });
});

describe('pictureOf', () => {
  const laidOut = { zoom: 0.8, left: 300, top: 120 };
  const shown = { zoom: 0.4, left: 50, top: 10 };
  const { scale, shift, heads } = pictureOf(laidOut, shown);

  it('puts a point of the map where the view shows it', () => {
    // Laid out, the point (x, y) of the map lies at x · 0.8 in the map and so at x · 0.8 − 300 in the window.
    const drawn = [1000 * 0.8 * scale + shift.x - 300, 700 * 0.8 * scale + shift.y - 120];
    expect(drawn).toEqual(seenAt(shown, 1000, 700));
  });

  it('leaves a head that sticks to the edge at the edge', () => {
    expect([(300 + heads.x) * scale + shift.x - 300, (120 + heads.y) * scale + shift.y - 120]).toEqual([0, 0]);
  });
});
