import { useEffect, type RefObject } from 'react';

/** Tells the grid's styles how high the stages' heads are: a stage of many touchpoints has a higher one, and lanes' names stay in sight below it. */
export const useHeadHeight = (gridRef: RefObject<HTMLElement | null>, headRef: RefObject<HTMLElement | null>) => {
  useEffect(() => {
    const [grid, head] = [gridRef.current, headRef.current];
    if (grid === null || head === null) return undefined;
    const observer = new ResizeObserver(() => grid.style.setProperty('--head-height', `${head.offsetHeight}px`));
    observer.observe(head);
    return () => observer.disconnect();
  }, [gridRef, headRef]);
};
