import type { JourneyTouchpoint } from '@afferent/contracts';
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

/** What every part of the map may need besides its own data; it does not change while the map is edited. */
export interface MapContext {
  touchpoints: ReadonlyMap<string, JourneyTouchpoint>;
  canEdit: boolean;
  commands: MapCommands;
  setDraft: (draft: Draft | null) => void;
  setRenaming: (renaming: Renaming | null) => void;
}

/** What changes with every edit: only parts that draw the whole map may depend on it. */
export interface MapState {
  document: JourneyDocument;
  draft: Draft | null;
  renaming: Renaming | null;
}

const Context = createContext<MapContext | null>(null);
const State = createContext<MapState | null>(null);
export const MapProvider = Context.Provider;
export const MapStateProvider = State.Provider;

export const useMap = (): MapContext => {
  const value = useContext(Context);
  if (value === null) throw new Error('useMap needs a MapProvider');
  return value;
};

export const useMapState = (): MapState => {
  const value = useContext(State);
  if (value === null) throw new Error('useMapState needs a MapStateProvider');
  return value;
};
