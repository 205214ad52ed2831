import { documentOf, type Journey } from '@afferent/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useUser, useWorkspace } from '../../../lib/session';
import { journeyTransport } from '../journeys.queries';
import { MapSession } from './map-session';
import { openPendingStore } from './pending-store';
import { refreshAfterSave } from './refresh-after-save';

// One session per person and map for as long as the tab lives, so that leaving the page and coming back loses no change and no undo.
const sessions = new Map<string, Promise<MapSession>>();
const CATCH_UP = 20_000;

const openSession = async (client: QueryClient, scope: string, workspaceId: string, journey: Journey) => {
  const session = new MapSession({
    scope,
    document: documentOf(journey),
    seq: journey.seq,
    clientId: crypto.randomUUID(),
    transport: journeyTransport(client, workspaceId, journey.id),
    store: await openPendingStore(),
  });
  refreshAfterSave(client, workspaceId, journey.id, session);
  await session.adopt().catch(() => undefined);
  return session;
};

/** The session of a map; null for the moment it takes to look for changes kept in this browser. One component instance serves one map. */
export const useMapSession = (journey: Journey): MapSession | null => {
  const client = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const { id: userId } = useUser();
  const [session, setSession] = useState<MapSession | null>(null);
  // The journey's data is only the start; later changes arrive through the session itself.
  const [start] = useState(journey);
  const scope = `${userId} ${start.id}`;

  useEffect(() => {
    let isCurrent = true;
    const opening = sessions.get(scope) ?? openSession(client, scope, workspaceId, start);
    sessions.set(scope, opening);
    void opening.then((opened) => {
      if (!isCurrent) return;
      setSession(opened);
      void opened.catchUp().catch(() => undefined);
    });
    return () => { isCurrent = false; };
  }, [client, scope, workspaceId, start]);

  useEffect(() => {
    if (session === null) return undefined;
    const online = () => session.setOnline(navigator.onLine);
    const look = () => { if (document.visibilityState === 'visible') void session.catchUp().catch(() => undefined); };
    const warn = (event: BeforeUnloadEvent) => { if (session.getSnapshot().pending > 0) event.preventDefault(); };
    const timer = window.setInterval(look, CATCH_UP);
    online();
    window.addEventListener('online', online);
    window.addEventListener('offline', online);
    window.addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', online);
      window.removeEventListener('offline', online);
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session]);

  return session;
};

export const useMapSnapshot = (session: MapSession) => useSyncExternalStore(session.subscribe, session.getSnapshot);
