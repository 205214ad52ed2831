import type { Card, JourneyDocument, Lane, Stage } from './document.js';
import { cardsByCell, cellKey, orderedLanes, orderedStages } from './selectors.js';

/** Sizes the view decides; all in the same unit (CSS pixels). */
export interface GridSizes {
  readonly headWidth: number;
  readonly headHeight: number;
  readonly padding: number;
  readonly gap: number;
  readonly collapsedHeight: number;
  stageWidth(stage: Stage): number;
  laneMinHeight(lane: Lane): number;
  cardHeight(card: Card): number;
}

export interface GridColumn { readonly stageId: string; readonly x: number; readonly width: number }
export interface GridRow { readonly laneId: string; readonly y: number; readonly height: number }
export interface GridCard { readonly cardId: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where everything on a map stands. */
export interface GridGeometry {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly cards: readonly GridCard[];
}

const stackHeight = (cards: readonly Card[], sizes: GridSizes): number =>
  cards.reduce((sum, card) => sum + sizes.cardHeight(card), 0) + sizes.gap * Math.max(0, cards.length - 1);

/**
 * Lays a map out: columns beside each other, a row as high as its fullest cell, a cell's cards stacked. A collapsed lane shows no cards.
 *
 * @param sizes widths and heights in CSS pixels
 * @returns rectangles from the map's upper left corner, heads included
 */
export const gridGeometry = (document: JourneyDocument, sizes: GridSizes): GridGeometry => {
  const stages = orderedStages(document);
  const cells = cardsByCell(document);
  const columns: GridColumn[] = [];
  const rows: GridRow[] = [];
  const cards: GridCard[] = [];

  let x = sizes.headWidth;
  for (const stage of stages) {
    const width = sizes.stageWidth(stage);
    columns.push({ stageId: stage.id, x, width });
    x += width;
  }

  let y = sizes.headHeight;
  for (const lane of orderedLanes(document)) {
    const stacks = stages.map((stage) => cells.get(cellKey(stage.id, lane.id)) ?? []);
    const content = Math.max(0, ...stacks.map((stack) => stackHeight(stack, sizes)));
    const height = lane.collapsed ? sizes.collapsedHeight : Math.max(sizes.laneMinHeight(lane), content + 2 * sizes.padding);
    rows.push({ laneId: lane.id, y, height });
    if (!lane.collapsed) {
      columns.forEach((column, index) => {
        let top = y + sizes.padding;
        for (const card of stacks[index] ?? []) {
          const cardHeight = sizes.cardHeight(card);
          cards.push({ cardId: card.id, x: column.x + sizes.padding, y: top, width: column.width - 2 * sizes.padding, height: cardHeight });
          top += cardHeight + sizes.gap;
        }
      });
    }
    y += height;
  }
  return { width: x, height: y, columns, rows, cards };
};
