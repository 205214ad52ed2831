import { can } from '@afferent/domain';
import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useWorkspace } from '../../../lib/session';
import { Chip } from '../../../ui/chip';
import { IconArrowBackUp, IconArrowForwardUp, IconDatabaseImport, IconLayoutKanban, IconTable } from '../../../ui/icons';
import { PageHeader } from '../../../ui/page-header';
import type { MapSnapshot } from '../editing/map-session';
import { SaveState } from '../editing/save-state';
import { JourneySettings } from './journey-settings';
import { useMap, useMapState } from './map-context';
import styles from './screen.module.css';
import { ShortcutsHelp } from './shortcuts-help';

interface MapHeaderProps {
  snapshot: MapSnapshot;
  view: 'map' | 'table';
  onView: (view: 'map' | 'table') => void;
}

/** The journey's name and state, whether all is saved, and the way back from a change. */
export const MapHeader = ({ snapshot, view, onView }: MapHeaderProps) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId, role } = useWorkspace();
  const { journeyId = '' } = useParams();
  const { canEdit, commands } = useMap();
  const { document } = useMapState();
  return (
    <PageHeader
      title={document.name}
      crumb={{ label: t('list.title'), to: `/w/${workspaceId}/journeys` }}
      actions={(
        <>
          {canEdit ? (
            <span className={styles.wide}>
              <JourneySettings />
              <Tooltip label={t('editing.undo')}><ActionIcon aria-label={t('editing.undo')} aria-keyshortcuts="Control+Z" disabled={!snapshot.canUndo} onClick={commands.undo}><IconArrowBackUp size={17} aria-hidden /></ActionIcon></Tooltip>
              <Tooltip label={t('editing.redo')}><ActionIcon aria-label={t('editing.redo')} aria-keyshortcuts="Control+Shift+Z" disabled={!snapshot.canRedo} onClick={commands.redo}><IconArrowForwardUp size={17} aria-hidden /></ActionIcon></Tooltip>
            </span>
          ) : null}
          {can({ kind: 'user', role }, 'import:create') ? (
            <Tooltip label={t('notice.import')}><ActionIcon component={Link} to={`/w/${workspaceId}/imports/new?journey=${journeyId}`} aria-label={t('notice.import')}><IconDatabaseImport size={17} aria-hidden /></ActionIcon></Tooltip>
          ) : null}
          <span className={styles.wide}><ShortcutsHelp canEdit={canEdit} /></span>
          <SegmentedControl
            size="xs"
            value={view}
            onChange={(value) => onView(value === 'table' ? 'table' : 'map')}
            aria-label={t('view.label')}
            data={[
              { value: 'map', label: <span className={styles.view}><IconLayoutKanban size={14} aria-hidden /><span>{t('view.map')}</span></span> },
              { value: 'table', label: <span className={styles.view}><IconTable size={14} aria-hidden /><span>{t('view.table')}</span></span> },
            ]}
          />
        </>
      )}
    >
      <Chip>{t(`state.${document.state}`)}</Chip>
      {document.persona === null ? null : <span className={styles.roomy}><Chip mayShrink title={document.persona}>{document.persona}</Chip></span>}
      {document.owner === null ? null : <span className={styles.roomy}><Chip mayShrink title={document.owner}>{t('settings.ownedBy', { owner: document.owner })}</Chip></span>}
      {canEdit ? <SaveState snapshot={snapshot} /> : null}
    </PageHeader>
  );
};
