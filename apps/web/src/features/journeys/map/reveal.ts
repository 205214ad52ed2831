const GAP = 8;

/** Scrolls the map as little as it takes to see the whole of an element beside the heads that stay at the edges. */
export const reveal = (viewport: HTMLElement, element: HTMLElement) => {
  const frame = viewport.getBoundingClientRect();
  const corner = viewport.querySelector('[data-stick="both"]')?.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const { stick } = element.dataset;
  const along = (start: number, end: number, low: number, high: number) => {
    if (start < low) return start - low;
    return end > high ? Math.min(end - high, start - low) : 0;
  };
  const across = along(box.left, box.right, (corner?.right ?? frame.left) + GAP, frame.left + viewport.clientWidth - GAP);
  const down = along(box.top, box.bottom, (corner?.bottom ?? frame.top) + GAP, frame.top + viewport.clientHeight - GAP);
  // A head already stands at its own edge.
  viewport.scrollBy(stick === 'left' ? 0 : across, stick === 'top' ? 0 : down);
};
