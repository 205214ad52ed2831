import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { MapSnapshot } from '../editing/map-session';
import { journeyKey, journeysKey } from '../journeys.queries';

/** After changes have reached the server, everything computed from the map is asked for again: its touchpoints, figures and the list. */
export const useRefreshAfterSave = (workspaceId: string, journeyId: string, { status, document }: MapSnapshot) => {
  const client = useQueryClient();
  const refreshed = useRef(document);
  useEffect(() => {
    if (status !== 'saved' || refreshed.current === document) return;
    const points = (cards: typeof document.cards) => cards.map(({ touchpointId, stageId, rank }) => `${touchpointId} ${stageId} ${rank}`).join();
    const isRegrouped = points(refreshed.current.cards) !== points(document.cards);
    refreshed.current = document;
    void client.invalidateQueries({ queryKey: journeysKey(workspaceId) });
    if (!isRegrouped) return;
    void client.invalidateQueries({ queryKey: journeyKey(workspaceId, journeyId) });
    void client.invalidateQueries({ queryKey: ['workspace', workspaceId, 'heatmap', journeyId] });
    void client.invalidateQueries({ queryKey: ['workspace', workspaceId, 'facets', journeyId] });
  }, [client, document, journeyId, status, workspaceId]);
};
