import { cellKey, type Card, type Lane, type Stage } from '@afferent/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardLook } from './card-look';
import { Cell } from './cell';
import { EmotionLane } from './emotion-lane';
import { emotionPoints } from './emotion-points';
import styles from './grid.module.css';
import { LaneHead } from './lane-head';
import { useMap, type Draft, type Renaming } from './map-context';
import { useEmotions } from './use-emotions';

interface LaneRowProps {
  lane: Lane;
  row: number;
  stages: readonly Stage[];
  widths: readonly number[];
  cells: ReadonlyMap<string, readonly Card[]>;
  look: CardLook;
  draft: Draft | null;
  renaming: Renaming | null;
}

const EMPTY: readonly Card[] = [];
const NARROW = 203;

const EmotionCells = ({ lane, stages, widths, cells }: LaneRowProps) => {
  const { touchpoints } = useMap();
  const asked = useEmotions();
  const measured = useMemo(() => emotionPoints(asked, [...touchpoints.values()]), [asked, touchpoints]);
  return <EmotionLane lane={lane} stages={stages} widths={widths} cardsOf={(stageId) => cells.get(cellKey(stageId, lane.id)) ?? EMPTY} measured={measured} />;
};

/** A lane: its head and one cell per stage, a curve for the emotion lane, one line when it is folded. */
export const LaneRow = (props: LaneRowProps) => {
  const { lane, row, stages, widths, cells, look, draft, renaming } = props;
  const { t } = useTranslation('journeys');
  const count = stages.reduce((sum, stage) => sum + (cells.get(cellKey(stage.id, lane.id))?.length ?? 0), 0);
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row}>
      <LaneHead lane={lane} isRenaming={renaming?.kind === 'lane' && renaming.id === lane.id} note={lane.kind === 'emotion' ? t('emotion.note') : undefined} />
      {lane.collapsed ? (
        <div role="gridcell" aria-colindex={2} className={styles.folded} style={{ gridColumn: `2 / span ${Math.max(1, stages.length)}` }}>{t('map.folded', { count })}</div>
      ) : lane.kind === 'emotion' && stages.length > 0 ? <EmotionCells {...props} /> : stages.map((stage, column) => (
        <Cell
          key={stage.id}
          stage={stage}
          lane={lane}
          column={column}
          isNarrow={(widths[column] ?? 0) <= NARROW}
          cards={cells.get(cellKey(stage.id, lane.id)) ?? EMPTY}
          look={look}
          draftAfter={draft?.kind === 'card' && draft.stageId === stage.id && draft.laneId === lane.id ? draft.afterId : undefined}
          renamingId={renaming?.kind === 'card' && (cells.get(cellKey(stage.id, lane.id)) ?? EMPTY).some(({ id }) => id === renaming.id) ? renaming.id : null}
        />
      ))}
    </div>
  );
};
