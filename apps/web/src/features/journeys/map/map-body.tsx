import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { IconPlus, IconRoute } from '../../../ui/icons';
import { later } from '../../../ui/later';
import inspectorStyles from '../inspector/inspector.module.css';
import type { Overlay } from '../overlay/overlay-url';
import type { Heat } from '../overlay/use-heat';
import type { UpdateOverlay } from '../overlay/use-overlay';
import { useMap, useMapState } from './map-context';
import { MapGrid } from './map-grid';
import { ResizeHandle } from './resize-handle';
import styles from './screen.module.css';
import { useSizes } from './use-sizes';

const Inspector = later(async () => (await import('../inspector/inspector')).Inspector);

interface MapBodyProps {
  journeyId: string;
  heat: Heat;
  overlay: Overlay;
  update: UpdateOverlay;
  onOpen: (touchpointId: string) => void;
}

/** The grid, and beside it the touchpoint that is open. */
export const MapBody = ({ journeyId, heat, overlay, update, onOpen }: MapBodyProps) => {
  const { t } = useTranslation('journeys');
  const { canEdit, setDraft, touchpoints } = useMap();
  const { document, draft } = useMapState();
  const [sizes, setSizes] = useSizes(journeyId);
  const opened = overlay.touchpointId === null ? undefined : touchpoints.get(overlay.touchpointId);
  const isEmpty = document.stages.length === 0 && document.lanes.length === 0 && draft === null;

  return (
    <div className={styles.body} style={opened === undefined ? {} : { gridTemplateColumns: `minmax(0, 1fr) ${sizes.inspector}px` }}>
      {isEmpty ? (
        <EmptyState icon={IconRoute} title={t('map.empty')} action={canEdit ? <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDraft({ kind: 'stage', afterId: null })}>{t('editing.addStage')}</Button> : undefined}>
          {t(canEdit ? 'map.emptyText' : 'map.emptyViewer')}
        </EmptyState>
      ) : <MapGrid heat={heat} selectedId={overlay.touchpointId} onOpen={onOpen} sizes={sizes} onResize={setSizes} />}
      {opened === undefined ? null : (
        <aside className={inspectorStyles.panel} aria-label={t('inspector.label', { name: opened.name })}>
          <ResizeHandle label={t('inspector.width')} size={sizes.inspector} min={280} max={720} side="start" onResize={(inspector) => setSizes({ inspector })} />
          <Inspector key={opened.id} touchpoint={opened} heat={heat} tab={overlay.tab} onTab={(tab) => update({ tab })} onClose={() => update({ touchpointId: null })} />
        </aside>
      )}
    </div>
  );
};
