import type { Stage } from '@afferent/domain';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { Sizes } from './use-sizes';

const MIN = 172;
const MAX = 300;
const ADD_COLUMN = 44;

/** Columns share the width that is there (`room`), inside sensible bounds; a width given by hand stays. */
export const useColumnWidths = (viewportRef: RefObject<HTMLElement | null>, stages: readonly Stage[], sizes: Sizes, hasAddColumn: boolean): { widths: readonly number[]; room: number } => {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = viewportRef.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [viewportRef]);

  const widths = useMemo(() => {
    const given = stages.map(({ id }) => sizes.stages[id]);
    const free = room - sizes.laneHead - (hasAddColumn ? ADD_COLUMN : 0) - given.reduce<number>((sum, width) => sum + (width ?? 0), 0);
    const share = free / Math.max(1, given.filter((width) => width === undefined).length);
    const shared = Math.floor(Math.max(MIN, Math.min(MAX, share)));
    return given.map((width) => width ?? shared);
  }, [room, stages, sizes, hasAddColumn]);
  return { widths, room };
};
