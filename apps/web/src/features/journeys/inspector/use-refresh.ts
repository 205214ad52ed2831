import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { useWorkspace } from '../../../lib/session';
import { journeyKey } from '../journeys.queries';

/** Brings the map's cards up to date after something about a touchpoint was saved. */
export const useRefresh = () => {
  const client = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const { journeyId = '' } = useParams();
  return useCallback((touchpointId: string) => {
    const keys = [
      journeyKey(workspaceId, journeyId),
      ...['scores', 'influence', 'touchpoint'].map((kind) => ['workspace', workspaceId, kind, touchpointId]),
      ['workspace', workspaceId, 'heatmap', journeyId],
      ['workspace', workspaceId, 'facets', journeyId],
    ];
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  }, [client, journeyId, workspaceId]);
};
