import { cardsByCell, cellKey, orderedLanes, orderedStages, type Card, type Stage } from '@afferent/domain';
import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moveCard, moveLane, moveStage } from '../editing/commands';
import type { Heat } from '../overlay/use-heat';
import { AddLane } from './add-lane';
import { AddStage } from './add-stage';
import { CardPopover } from './card-popover';
import { colourOf, type CardLook } from './card-look';
import { detailAt } from './detail';
import { DragPicture } from './drag-picture';
import type { Dragged, Drop } from './drop-target';
import styles from './grid.module.css';
import { LaneRow } from './lane-row';
import { useMap, useMapState } from './map-context';
import { ResizeHandle } from './resize-handle';
import { reveal } from './reveal';
import { StageHead } from './stage-head';
import { useColumnWidths } from './use-column-widths';
import { useDrag } from './use-drag';
import { useGridKeys } from './use-grid-keys';
import { useHeadHeight } from './use-head-height';
import { useHoveredCard } from './use-hovered-card';
import { usePan } from './use-pan';
import type { Sizes } from './use-sizes';
import { useZoom } from './use-zoom';
import { useCardWords } from './words';
import { ZoomBar } from './zoom-bar';

interface MapGridProps {
  heat: Heat;
  selectedId: string | null;
  onOpen: (touchpointId: string) => void;
  sizes: Sizes;
  onResize: (patch: Partial<Sizes>) => void;
}

/** Stages across, lanes down; heads stay in sight. */
export const MapGrid = ({ heat, selectedId, onOpen, sizes, onResize }: MapGridProps) => {
  const { t } = useTranslation('journeys');
  const map = useMap();
  const { touchpoints, canEdit, commands } = map;
  const { document, draft, renaming } = useMapState();
  const viewport = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const corner = useRef<HTMLDivElement>(null);
  const popoverId = useId();
  const words = useCardWords();
  const zoom = useZoom(viewport, grid);
  useHeadHeight(grid, corner);
  const stages = useMemo(() => orderedStages(document), [document]);
  const lanes = useMemo(() => orderedLanes(document), [document]);
  const cells = useMemo(() => cardsByCell(document), [document]);
  const { widths, room } = useColumnWidths(viewport, stages, sizes, canEdit);
  const keys = useGridKeys(viewport, grid, map, document, onOpen);

  const stageSizes = sizes.stages;
  const resizeStage = useCallback((stageId: string, width: number) => onResize({ stages: { ...stageSizes, [stageId]: width } }), [onResize, stageSizes]);
  const drop = useCallback((dragged: Dragged, { stageId, laneId, index }: Drop) => {
    commands.perform((now) => {
      if (dragged.kind === 'stage') return moveStage(now, dragged.id, index);
      if (dragged.kind === 'lane') return moveLane(now, dragged.id, index);
      return stageId === null || laneId === null ? [] : moveCard(now, dragged.id, stageId, laneId, index);
    });
  }, [commands]);
  const link = (cardId: string) => {
    const name = document.cards.find(({ id }) => id === cardId)?.title;
    if (name != null) commands.linkByName(cardId, name);
  };
  const drag = useDrag(viewport, grid, canEdit, drop);
  const hover = useHoveredCard(drag.picture !== null || draft !== null);
  const pan = usePan(viewport);

  // The panel beside the map takes its room from the columns that may hold the very card it was opened for.
  useEffect(() => {
    const selected = selectedId === null ? null : grid.current?.querySelector<HTMLElement>(`[data-touchpoint="${selectedId}"]`);
    if (selected != null && viewport.current !== null) reveal(viewport.current, selected);
  }, [room, selectedId]);

  const look = useMemo<CardLook>(() => ({ metric: heat.metric, readings: heat.readings, scale: heat.scale, selectedId, words }), [heat.metric, heat.readings, heat.scale, selectedId, words]);
  const stageColours = (stage: Stage) => lanes.filter(({ kind }) => kind === 'touchpoints')
    .flatMap((lane) => cells.get(cellKey(stage.id, lane.id)) ?? [])
    .map((card: Card) => colourOf(look, card.touchpointId));
  const hovered = hover.hovered === null ? undefined : touchpoints.get(hover.hovered.touchpointId);
  const columns = [`${sizes.laneHead}px`, ...widths.map((width) => `${width}px`), ...(canEdit ? ['44px'] : [])].join(' ');

  return (
    <div className={styles.shell}>
      <div ref={viewport} className={styles.viewport} data-panning={pan.isPanning || undefined} onPointerDownCapture={pan.onPointerDownCapture}>
        <div className={styles.world}>
          <div
            ref={grid}
            role="grid"
            aria-label={t('map.label', { name: document.name })}
            aria-colcount={stages.length + 1}
            aria-readonly={!canEdit}
            className={styles.grid}
            data-detail={detailAt(zoom.zoom)}
            style={{ gridTemplateColumns: columns, zoom: zoom.zoom }}
            tabIndex={-1}
            onKeyDown={keys.onKeyDown}
            onFocus={(event) => { keys.onFocus(event); hover.onFocus(event); }}
            onBlur={hover.onBlur}
            onPointerOver={hover.onPointerOver}
            onPointerLeave={hover.onPointerLeave}
            onPointerDown={(event) => { hover.onPointerDown(event); drag.onPointerDown(event); }}
            onClick={(event) => {
              const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-touchpoint], [data-unlinked]')?.dataset : undefined;
              if (clicked?.touchpoint !== undefined) onOpen(clicked.touchpoint);
              else if (canEdit && clicked?.card !== undefined) link(clicked.card);
            }}
            onDoubleClick={(event) => {
              const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined;
              if (canEdit && card !== undefined) map.setRenaming({ kind: 'card', id: card });
            }}
          >
            <div role="row" className={styles.row}>
              <div ref={corner} role="columnheader" aria-colindex={1} className={styles.corner} data-stick="both">
                <span className="visually-hidden">{t('map.corner')}</span>
                <ResizeHandle label={t('map.laneWidth')} size={sizes.laneHead} min={88} max={320} side="end" onResize={(laneHead) => onResize({ laneHead })} />
              </div>
              {stages.map((stage, column) => (
                <StageHead key={stage.id} stage={stage} column={column} colours={stageColours(stage)} width={widths[column] ?? 200}
                  isRenaming={renaming?.kind === 'stage' && renaming.id === stage.id} onResize={resizeStage} />
              ))}
              {canEdit ? <AddStage column={stages.length} /> : null}
            </div>
            {lanes.map((lane, row) => <LaneRow key={lane.id} lane={lane} row={row} stages={stages} widths={widths} cells={cells} look={look} draft={draft} renaming={renaming} />)}
            {canEdit ? <AddLane /> : null}
          </div>
        </div>
      </div>
      <ZoomBar zoom={zoom} />
      {drag.picture === null ? null : <DragPicture picture={drag.picture} />}
      {hover.hovered === null || hovered === undefined ? null : <CardPopover id={popoverId} anchor={hover.hovered.element} touchpoint={hovered} heat={heat} />}
    </div>
  );
};
