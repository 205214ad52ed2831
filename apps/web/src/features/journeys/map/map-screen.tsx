import type { Journey } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../lib/session';
import { later } from '../../../ui/later';
import type { MapSession } from '../editing/map-session';
import { useMapCommands } from '../editing/use-map-commands';
import { useMapSnapshot } from '../editing/use-map-session';
import { useRefusalWords } from '../editing/use-refusal-words';
import { Toolbar } from '../overlay/toolbar';
import { useHeat } from '../overlay/use-heat';
import { useOverlay } from '../overlay/use-overlay';
import { MapBody } from './map-body';
import { MapProvider, MapStateProvider, type Draft, type MapContext, type MapState, type Renaming } from './map-context';
import { MapHeader } from './map-header';
import { MapNotice } from './map-notice';
import styles from './screen.module.css';
import { useMapShortcuts } from './use-map-shortcuts';

const PhoneMap = later(async () => (await import('../phone/phone-map')).PhoneMap);
const TouchpointTable = later(async () => (await import('../table/touchpoint-table')).TouchpointTable);

/** A journey's map with its overlay, its inspector and its editor. */
export const MapScreen = ({ journey, session }: { journey: Journey; session: MapSession }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId, role } = useWorkspace();
  const snapshot = useMapSnapshot(session);
  const [overlay, update] = useOverlay();
  const heat = useHeat(workspaceId, journey.id, overlay, journey.touchpoints);
  const commands = useMapCommands(session, journey.id);
  const refusalWords = useRefusalWords();
  const isPhone = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false });
  const [draft, setDraft] = useState<Draft | null>(null);
  const [renaming, setRenaming] = useState<Renaming | null>(null);
  const canEdit = can({ kind: 'user', role }, 'journey:edit');
  const touchpoints = useMemo(() => new Map(journey.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint])), [journey.touchpoints]);

  const refused = useCallback((code: string) => notifications.show({ color: 'red', title: t('refusal.title'), message: refusalWords(code), autoClose: 10_000 }), [refusalWords, t]);
  useEffect(() => session.onRefused(refused), [session, refused]);
  useMapShortcuts({ canEdit, commands, overlay, update });

  const open = useCallback((touchpointId: string) => update({ touchpointId }), [update]);
  const map = useMemo<MapContext>(() => ({ touchpoints, canEdit, commands, setDraft, setRenaming }), [touchpoints, canEdit, commands]);
  const state = useMemo<MapState>(() => ({ document: snapshot.document, draft, renaming }), [snapshot.document, draft, renaming]);

  return (
    <MapProvider value={map}>
      <MapStateProvider value={state}>
        <MapHeader snapshot={snapshot} view={overlay.view} onView={(view) => update({ view })} />
        <div className={styles.screen}>
          <Toolbar heat={heat} overlay={overlay} update={update} isPhone={isPhone} />
          <MapNotice journeyId={journey.id} heat={heat} overlay={overlay} update={update} />
          {overlay.view === 'table' ? <TouchpointTable heat={heat} overlay={overlay} update={update} isPhone={isPhone} onOpen={open} />
            : isPhone ? <PhoneMap heat={heat} overlay={overlay} update={update} onOpen={open} />
              : <MapBody journeyId={journey.id} heat={heat} overlay={overlay} update={update} onOpen={open} />}
        </div>
      </MapStateProvider>
    </MapProvider>
  );
};
