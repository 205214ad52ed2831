import type { JourneyDocument } from '@afferent/domain';
import { useCallback, useEffect, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { shiftCard, shiftLane, shiftStage, type Direction } from '../editing/commands';
import type { MapContext } from './map-context';
import { reveal } from './reveal';
import { elementOf, moveTabStop, spotOf } from './spots';
import { walk, type Spot } from './walk';

const ARROWS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

const shift = ({ stageId, laneId, cardId }: Spot, direction: Direction): Parameters<MapContext['commands']['perform']>[0] => (document) => {
  if (cardId !== null) return shiftCard(document, cardId, direction);
  if (laneId === null && stageId !== null && (direction === 'left' || direction === 'right')) return shiftStage(document, stageId, direction);
  if (stageId === null && laneId !== null && (direction === 'up' || direction === 'down')) return shiftLane(document, laneId, direction);
  return [];
};

const remove = ({ stageId, laneId, cardId }: Spot): Parameters<MapContext['commands']['perform']>[0] => () => {
  if (cardId !== null) return { type: 'removeCard', cardId };
  if (laneId === null && stageId !== null) return { type: 'removeStage', stageId };
  return stageId === null && laneId !== null ? { type: 'removeLane', laneId } : [];
};

/** Arrows walk, Alt + arrows move, Enter adds or opens, F2 renames, Delete removes. */
export const useGridKeys = (viewportRef: RefObject<HTMLElement | null>, gridRef: RefObject<HTMLElement | null>, map: MapContext, map_: JourneyDocument, open: (touchpointId: string) => void) => {
  const { canEdit, commands, setDraft, setRenaming } = map;

  const focus = useCallback((spot: Spot) => {
    const element = gridRef.current === null ? null : elementOf(gridRef.current, spot);
    element?.focus({ preventScroll: true });
    if (element !== null && viewportRef.current !== null) reveal(viewportRef.current, element);
  }, [gridRef, viewportRef]);

  // The first place takes the Tab key until another one has been visited.
  useEffect(() => {
    const first = gridRef.current?.querySelector<HTMLElement>('[data-card], [data-stage]');
    if (first != null && gridRef.current?.querySelector('[data-tab-stop]') === null) moveTabStop(gridRef.current, first);
  });

  const onFocus = useCallback((event: FocusEvent) => {
    const target = event.target;
    if (gridRef.current !== null && target instanceof HTMLElement && target.matches('[data-card], [data-stage], [data-lane], [data-cell], [data-add]')) moveTabStop(gridRef.current, target);
  }, [gridRef]);

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || !target.matches('[data-card], [data-stage], [data-lane], [data-cell], [data-add]')) return;
    const spot = spotOf(target);
    if (spot === null) return;
    const take = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const direction = ARROWS[event.key];
    if (direction !== undefined && !event.ctrlKey && !event.metaKey) {
      take();
      if (!event.altKey) focus(walk(map_, spot, direction));
      else if (canEdit && commands.perform(shift(spot, direction))) window.requestAnimationFrame(() => focus(spot.cardId === null ? spot : { ...spot }));
      return;
    }
    const touchpointId = target.dataset.touchpoint;
    if (event.key === 'Enter' && spot.cardId !== null && touchpointId !== undefined && !event.shiftKey) {
      take();
      open(touchpointId);
    } else if (canEdit && event.key === 'Enter') {
      take();
      if (spot.stageId !== null && spot.laneId !== null) setDraft({ kind: 'card', stageId: spot.stageId, laneId: spot.laneId, afterId: spot.cardId });
      else if (spot.stageId !== null) setDraft({ kind: 'stage', afterId: spot.stageId });
    } else if (canEdit && event.key === 'F2') {
      take();
      if (spot.cardId !== null) setRenaming({ kind: 'card', id: spot.cardId });
      else if (spot.stageId !== null && spot.laneId === null) setRenaming({ kind: 'stage', id: spot.stageId });
      else if (spot.laneId !== null && spot.stageId === null) setRenaming({ kind: 'lane', id: spot.laneId });
    } else if (canEdit && (event.key === 'Delete' || event.key === 'Backspace')) {
      take();
      const next = walk(map_, spot, 'up');
      if (commands.perform(remove(spot))) window.requestAnimationFrame(() => focus(next));
    }
  }, [canEdit, commands, focus, map_, open, setDraft, setRenaming]);

  return { onKeyDown, onFocus, focus };
};
