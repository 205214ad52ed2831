import { pictureOf, zoomAbout, type Point, type View } from './zoom-view';

/** A zoom that is going on: the map is a scaled picture of itself until it ends. */
export interface ZoomGesture {
  readonly view: View;
  zoomTo: (zoom: number, at: Point) => void;
  /** Takes the picture away; the map must have been laid out for `view` by then. */
  end: () => void;
}

/** Below it a text of the picture is a grey line, and drawing it costs more than all else. */
const FAR = 0.5;
const px = ({ x, y }: Point, zoom: number) => `${x / zoom}px, ${y / zoom}px`;

/** Starts a zoom of a grid laid out at `zoom`. Laying a map out costs too much for every frame, scaling its picture costs next to nothing. */
export const beginZoom = (viewport: HTMLElement, grid: HTMLElement, zoom: number): ZoomGesture => {
  const laidOut: View = { zoom, left: viewport.scrollLeft, top: viewport.scrollTop };
  const { width, height } = grid.getBoundingClientRect();
  const map = { width: width / zoom, height: height / zoom };
  const room = { width: viewport.clientWidth, height: viewport.clientHeight };
  const heads = [...grid.querySelectorAll<HTMLElement>('[data-stick]')];
  let view = laidOut;
  grid.dataset.zooming = '';

  return {
    get view() { return view; },
    zoomTo: (next, at) => {
      view = zoomAbout(view, next, at, map, room);
      const picture = pictureOf(laidOut, view);
      grid.toggleAttribute('data-far', view.zoom < FAR);
      // The layout's own zoom applies to these lengths too.
      grid.style.transform = `translate(${px(picture.shift, zoom)}) scale(${picture.scale})`;
      for (const head of heads) {
        const { stick } = head.dataset;
        head.style.transform = `translate(${px({ x: stick === 'top' ? 0 : picture.heads.x, y: stick === 'left' ? 0 : picture.heads.y }, zoom)})`;
      }
    },
    end: () => {
      delete grid.dataset.zooming;
      delete grid.dataset.far;
      for (const element of [grid, ...heads]) element.style.transform = '';
    },
  };
};

/** Remembers what lies at a point of the window; the answer brings it back there when the map has been laid out anew. */
export const holdAt = (viewport: HTMLElement, at: Point): (() => void) => {
  const frame = viewport.getBoundingClientRect();
  const corner = viewport.querySelector('[data-stick="both"]')?.getBoundingClientRect() ?? new DOMRect(frame.left, frame.top, 0, 0);
  // Heads stay at the edge whatever happens: beside them lies what moves.
  const x = Math.max(frame.left + at.x, corner.right + 1);
  const y = Math.max(frame.top + at.y, corner.bottom + 1);
  const held = document.elementFromPoint(x, y)?.closest('[data-card], [data-cell]');
  if (held == null || !viewport.contains(held)) return () => undefined;
  const before = held.getBoundingClientRect();
  const [across, down] = [(x - before.left) / before.width, (y - before.top) / before.height];
  return () => {
    const after = held.getBoundingClientRect();
    viewport.scrollBy(after.left + across * after.width - x, after.top + down * after.height - y);
  };
};
