import type { HeatmapMetric, JourneyTouchpoint } from '@afferent/contracts';
import type { JourneyDocument } from '@afferent/domain';
import { createContext, useContext } from 'react';
import type { MapCommands } from '../editing/use-map-commands';

/** Something that is about to be added: an empty field stands in its place. */
export type Draft =
  | { kind: 'stage'; afterId: string | null }
  | { kind: 'card'; stageId: string; laneId: string; afterId: string | null };

export interface Renaming {
  kind: 'stage' | 'lane' | 'card';
  id: string;
}

/** What every part of the map may need besides its own data. */
export interface MapContext {
  document: JourneyDocument;
  touchpoints: ReadonlyMap<string, JourneyTouchpoint>;
  metric: HeatmapMetric;
  canEdit: boolean;
  commands: MapCommands;
  draft: Draft | null;
  setDraft: (draft: Draft | null) => void;
  renaming: Renaming | null;
  setRenaming: (renaming: Renaming | null) => void;
}

const Context = createContext<MapContext | null>(null);
export const MapProvider = Context.Provider;

export const useMap = (): MapContext => {
  const value = useContext(Context);
  if (value === null) throw new Error('useMap needs a MapProvider');
  return value;
};
