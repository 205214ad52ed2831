// What runs inside the page: a gesture of three seconds by the map's own controls, and the frames it got.

/** Pans to and fro, or zooms 1 → 0.2 → 1 with Ctrl + wheel; resolves to the frames' times in ms. */
export const gesture = (kind) => new Promise((resolve) => {
  const viewport = document.querySelector('[role="grid"]').parentElement.parentElement;
  const box = viewport.getBoundingClientRect();
  const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  const LENGTH = 3000;
  const frames = [];
  let start;
  let before = 0;
  const path = {
    pan: (share) => viewport.scrollTo((share < 0.5 ? share * 2 : 2 - share * 2) * (viewport.scrollWidth - box.width), Math.abs(Math.sin(share * 9)) * (viewport.scrollHeight - box.height)),
    // The wheel zooms by e^(−delta ∕ 300): 300 · ln 5 there and the same back.
    zoom: (share) => {
      const at = (share < 0.5 ? share * 2 : 2 - share * 2) * 300 * Math.log(5);
      viewport.dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true, deltaY: at - before, ...middle }));
      before = at;
    },
  }[kind];
  const step = (now) => {
    start ??= now;
    frames.push(now - start);
    if (now - start > LENGTH) resolve(frames);
    else {
      path((now - start) / LENGTH);
      requestAnimationFrame(step);
    }
  };
  requestAnimationFrame(step);
});

/** How many frames there were, and the interval that 95 in 100 of them did not exceed. */
export const summary = (times) => {
  const intervals = times.slice(1).map((time, index) => time - times[index]).toSorted((a, b) => a - b);
  return { frames: intervals.length, p95: intervals[Math.floor(intervals.length * 0.95)] };
};
