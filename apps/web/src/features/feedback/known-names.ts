import type { Journeys } from '@afferent/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { importJourneysQuery, touchpointNamesQuery } from './feedback.queries';

export const NO_JOURNEY = 'none';

/** The journey that answers are about: the one asked for; where there is only one, that one, unless somebody says that it is not. */
export const journeyOf = (asked: string | null, journeys: Journeys | undefined): string | null => {
  if (asked != null) return asked === NO_JOURNEY ? null : asked;
  return journeys?.items.length === 1 ? (journeys.items[0]?.id ?? null) : null;
};

/** The names that columns are recognised by, waited for: a file can be chosen before they have come. None where they cannot be read. */
export const knownNames = async (client: QueryClient, workspaceId: string, asked: string | null): Promise<readonly string[]> => {
  try {
    const journeyId = journeyOf(asked, asked == null ? await client.ensureQueryData(importJourneysQuery(workspaceId)) : undefined);
    return await client.ensureQueryData(touchpointNamesQuery(workspaceId, journeyId));
  } catch {
    return [];
  }
};
