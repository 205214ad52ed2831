/** What is seen of the map: its scale, and how far the window's corner stands from the map's, in pixels of the screen. */
export interface View {
  zoom: number;
  left: number;
  top: number;
}

/** A place in the window, in pixels from its corner. */
export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

const MIN = 0.2;
const MAX = 2;

/** The view after zooming about a point, which stays where it is unless the map would leave the window's corner. `map` is its size at 100 %. */
export const zoomAbout = (from: View, zoom: number, at: Point, map: Size, room: Size): View => {
  const next = Math.max(MIN, Math.min(MAX, zoom));
  const ratio = next / from.zoom;
  const along = (start: number, point: number, size: number, seen: number) => Math.max(0, Math.min((start + point) * ratio - point, size * next - seen));
  return { zoom: next, left: along(from.left, at.x, map.width, room.width), top: along(from.top, at.y, map.height, room.height) };
};

/** How a map laid out for one view is drawn to look like another: the picture's scale and shift, and the shift of the heads that stay in sight. In pixels of the first layout. */
export const pictureOf = (laidOut: View, shown: View) => {
  const scale = shown.zoom / laidOut.zoom;
  return {
    scale,
    shift: { x: laidOut.left - shown.left, y: laidOut.top - shown.top },
    heads: { x: shown.left / scale - laidOut.left, y: shown.top / scale - laidOut.top },
  };
};
