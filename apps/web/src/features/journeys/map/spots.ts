import type { Spot } from './walk';

const FOCUSABLE = '[data-card], [data-stage], [data-lane], [data-cell]';

/** The place of the map an element belongs to, null outside of places. */
export const spotOf = (element: Element | null): Spot | null => {
  const place = element?.closest<HTMLElement>(FOCUSABLE);
  if (place == null) return null;
  if (place.dataset.stage !== undefined) return { stageId: place.dataset.stage, laneId: null, cardId: null };
  if (place.dataset.lane !== undefined) return { stageId: null, laneId: place.dataset.lane, cardId: null };
  const [stageId = null, laneId = null] = place.closest<HTMLElement>('[data-cell]')?.dataset.cell?.split(' ') ?? [];
  return { stageId, laneId, cardId: place.dataset.card ?? null };
};

/** The element that takes the focus for a place. */
export const elementOf = (grid: Element, { stageId, laneId, cardId }: Spot): HTMLElement | null => {
  if (cardId !== null) return grid.querySelector(`[data-card="${cardId}"]`);
  if (laneId === null) return grid.querySelector(`[data-stage="${stageId}"]`);
  if (stageId === null) return grid.querySelector(`[data-lane="${laneId}"]`);
  const cell = grid.querySelector<HTMLElement>(`[data-cell="${stageId} ${laneId}"]`);
  return cell?.querySelector<HTMLElement>('[data-add]') ?? cell;
};

/** One place of the map is in the Tab order: the one visited last. */
export const moveTabStop = (grid: Element, to: HTMLElement) => {
  for (const element of grid.querySelectorAll<HTMLElement>('[data-tab-stop]')) {
    element.tabIndex = -1;
    delete element.dataset.tabStop;
  }
  to.tabIndex = 0;
  to.dataset.tabStop = '';
};
