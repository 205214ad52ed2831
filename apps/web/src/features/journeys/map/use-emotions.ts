import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useWorkspace } from '../../../lib/session';
import { heatmapQuery } from '../heatmap.queries';
import { useOverlay } from '../overlay/use-overlay';
import { emotionValues, type AskedEmotion } from './emotion-points';

/** What customers answered about their emotion at each touchpoint of the open journey, for the period, segment and channel the map shows; empty until it is known. */
export const useEmotions = (): ReadonlyMap<string, AskedEmotion> => {
  const { id: workspaceId } = useWorkspace();
  const { journeyId = '' } = useParams();
  const [{ period, segment, channel }] = useOverlay();
  const { data = null } = useQuery(heatmapQuery(workspaceId, journeyId, 'emotion', { period, segment, channel }));
  return useMemo(() => emotionValues(data), [data]);
};
