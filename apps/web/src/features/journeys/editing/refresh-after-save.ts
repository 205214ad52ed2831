import type { QueryClient } from '@tanstack/react-query';
import { journeyKey, journeysKey } from '../journeys.queries';
import type { MapSession } from './map-session';

/** After changes have reached the server, everything computed from the map is asked for again: its touchpoints, figures and the list. The map's page may have been left by then. */
export const refreshAfterSave = (client: QueryClient, workspaceId: string, journeyId: string, session: Pick<MapSession, 'getSnapshot' | 'subscribe'>) => {
  let { document: refreshed } = session.getSnapshot();
  return session.subscribe(() => {
    const { status, document } = session.getSnapshot();
    if (status !== 'saved' || refreshed === document) return;
    const points = (cards: typeof document.cards) => cards.map(({ touchpointId, stageId, rank }) => `${touchpointId} ${stageId} ${rank}`).join();
    const isRegrouped = points(refreshed.cards) !== points(document.cards);
    refreshed = document;
    void client.invalidateQueries({ queryKey: journeysKey(workspaceId) });
    if (!isRegrouped) return;
    void client.invalidateQueries({ queryKey: journeyKey(workspaceId, journeyId) });
    void client.invalidateQueries({ queryKey: ['workspace', workspaceId, 'heatmap', journeyId] });
    void client.invalidateQueries({ queryKey: ['workspace', workspaceId, 'facets', journeyId] });
  });
};
