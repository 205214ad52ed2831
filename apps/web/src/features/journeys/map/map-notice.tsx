import { Button } from '@mantine/core';
import { can } from '@afferent/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { ErrorState } from '../../../ui/error-state';
import { IconDatabaseImport, IconInfoCircle } from '../../../ui/icons';
import type { Overlay } from '../overlay/overlay-url';
import { isStaffMetric } from '../overlay/staff-metric';
import type { Heat } from '../overlay/use-heat';
import type { UpdateOverlay } from '../overlay/use-overlay';
import { useMap } from './map-context';
import styles from './screen.module.css';

interface MapNoticeProps {
  journeyId: string;
  heat: Heat;
  overlay: Overlay;
  update: UpdateOverlay;
}

/** Why the map has no colours, and what to do about it; nothing when it has. */
export const MapNotice = ({ journeyId, heat, overlay, update }: MapNoticeProps) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId, role } = useWorkspace();
  const { touchpoints } = useMap();
  const words = useProblemWords();
  if (heat.error !== null) return <ErrorState compact words={words(heat.error)} onRetry={heat.retry} />;
  if (heat.heatmap === null || heat.facets === null || touchpoints.size === 0) return null;
  const isBlank = heat.heatmap.cells.every(({ n }) => n === 0);
  if (!isBlank) return null;

  const isUnasked = heat.facets.firstDay === null;
  const isStaff = isStaffMetric(heat.metric);
  const isFiltered = overlay.period !== null || overlay.segment !== null || overlay.channel !== null;
  const mayImport = can({ kind: 'user', role }, 'import:create');
  const text = isStaff ? 'notice.noScores' : isUnasked ? 'notice.noAnswers' : isFiltered ? 'notice.nothingMatches' : 'notice.notAsked';
  return (
    <div className={styles.notice}>
      <IconInfoCircle size={16} aria-hidden />
      <span>{t(text, { metric: t(`metric.${heat.metric}.name`) })}</span>
      {isUnasked && !isStaff && mayImport ? (
        <Button component={Link} to={`/w/${workspaceId}/imports/new?journey=${journeyId}`} leftSection={<IconDatabaseImport size={14} aria-hidden />}>{t('notice.import')}</Button>
      ) : null}
      {!isUnasked && isFiltered && !isStaff ? <Button variant="default" onClick={() => update({ period: null, segment: null, channel: null })}>{t('notice.clear')}</Button> : null}
    </div>
  );
};
