import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useWorkspace } from '../../../lib/session';
import { heatmapQuery } from '../heatmap.queries';
import { emotionValues } from './emotion-points';

/** What customers answered about their emotion at each touchpoint of the open journey, −2..2; empty until it is known. */
export const useEmotions = (): ReadonlyMap<string, number> => {
  const { id: workspaceId } = useWorkspace();
  const { journeyId = '' } = useParams();
  const { data = null } = useQuery(heatmapQuery(workspaceId, journeyId, 'emotion', { period: null, segment: null, channel: null }));
  return useMemo(() => emotionValues(data), [data]);
};
