/** How much a card says: all, name and value, value alone, or only its colour. */
export type Detail = 'full' | 'compact' | 'tile' | 'strip';

/** Level of detail by zoom: texts that would be too small to read are left out, not shrunk. */
export const detailAt = (zoom: number): Detail => {
  if (zoom >= 0.8) return 'full';
  if (zoom >= 0.6) return 'compact';
  return zoom >= 0.35 ? 'tile' : 'strip';
};
