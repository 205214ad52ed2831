/** What is being dragged. */
export type Dragged = { kind: 'card' | 'stage' | 'lane'; id: string };

/** Where it would be dropped, and the line that shows it. */
export interface Drop {
  stageId: string | null;
  laneId: string | null;
  /** Position among the others, the dragged one left out. */
  index: number;
  line: { left: number; top: number; width: number; height: number };
}

const elements = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const indexAmong = (rects: readonly DOMRect[], at: number, axis: 'x' | 'y') =>
  rects.filter((rect) => (axis === 'x' ? rect.left + rect.width / 2 : rect.top + rect.height / 2) < at).length;

const edge = (rects: readonly DOMRect[], index: number, axis: 'x' | 'y', fallback: number) => {
  const before = rects[index - 1];
  const after = rects[index];
  if (axis === 'x') return after?.left ?? before?.right ?? fallback;
  if (before !== undefined && after !== undefined) return (before.bottom + after.top) / 2;
  return after === undefined ? (before?.bottom ?? fallback) + 3 : after.top - 3;
};

/** The drop under the pointer; null where nothing can be dropped. */
export const dropAt = (grid: HTMLElement, dragged: Dragged, x: number, y: number): Drop | null => {
  const box = grid.getBoundingClientRect();
  if (dragged.kind === 'stage') {
    const rects = elements(grid, '[data-stage]').filter(({ dataset }) => dataset.stage !== dragged.id).map((element) => element.getBoundingClientRect());
    const index = indexAmong(rects, x, 'x');
    return { stageId: null, laneId: null, index, line: { left: edge(rects, index, 'x', box.left) - 1, top: rects[0]?.top ?? box.top, width: 3, height: box.height } };
  }
  if (dragged.kind === 'lane') {
    const rects = elements(grid, '[data-lane]').filter(({ dataset }) => dataset.lane !== dragged.id).map((element) => element.getBoundingClientRect());
    const index = indexAmong(rects, y, 'y');
    return { stageId: null, laneId: null, index, line: { left: rects[0]?.left ?? box.left, top: (rects[index]?.top ?? rects.at(-1)?.bottom ?? box.top) - 1, width: box.width, height: 3 } };
  }
  const cell = document.elementsFromPoint(x, y).find((element): element is HTMLElement => element instanceof HTMLElement && element.dataset.cell !== undefined);
  const [stageId, laneId] = cell?.dataset.cell?.split(' ') ?? [];
  if (cell === undefined || stageId === undefined || laneId === undefined) return null;
  const rects = elements(cell, '[data-card]').filter(({ dataset }) => dataset.card !== dragged.id).map((element) => element.getBoundingClientRect());
  const index = indexAmong(rects, y, 'y');
  const inner = cell.getBoundingClientRect();
  return { stageId, laneId, index, line: { left: inner.left + 8, top: edge(rects, index, 'y', inner.top + 6) - 1, width: inner.width - 16, height: 3 } };
};
