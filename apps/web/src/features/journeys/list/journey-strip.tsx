import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../lib/session';
import { MiniStrip } from '../map/mini-strip';
import { readOverlay } from '../overlay/overlay-url';
import { useHeat } from '../overlay/use-heat';
import styles from './list.module.css';

const DEFAULTS = readOverlay(new URLSearchParams());

/** A map's touchpoints as tiles of their present colours, with the whole journey's figure where it is asked. */
export const JourneyStrip = ({ journeyId }: { journeyId: string }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const heat = useHeat(workspaceId, journeyId, DEFAULTS);
  const { heatmap, scale } = heat;
  if (heatmap === null || scale === null) return null;
  if (heatmap.cells.every(({ n }) => n === 0)) return <span className="muted">{t('list.noAnswers')}</span>;
  const colours = heatmap.cells.map(({ touchpointId }) => {
    const position = heat.readings.get(touchpointId)?.position ?? null;
    return position === null ? null : scale.colour(position);
  });
  return (
    <span className={styles.strip}>
      <MiniStrip colours={colours} label={t('list.strip', { metric: t(`metric.${heat.metric}.name`), count: colours.length })} />
      <span className="muted">{t(`metric.${heat.metric}.name`)}</span>
    </span>
  );
};
