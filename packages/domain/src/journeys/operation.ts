import type { JourneyState, LaneKind } from './document.js';

type Maybe<T> = T | undefined;

export interface AddStage { readonly type: 'addStage'; readonly stageId: string; readonly name: string; readonly rank?: Maybe<string> }
export interface RenameStage { readonly type: 'renameStage'; readonly stageId: string; readonly name: string }
export interface MoveStage { readonly type: 'moveStage'; readonly stageId: string; readonly rank?: Maybe<string> }
export interface RemoveStage { readonly type: 'removeStage'; readonly stageId: string }
export type StageOperation = AddStage | RenameStage | MoveStage | RemoveStage;

export interface AddLane {
  readonly type: 'addLane';
  readonly laneId: string;
  readonly kind: LaneKind;
  readonly name: string;
  readonly rank?: Maybe<string>;
  readonly collapsed?: Maybe<boolean>;
}
export interface RenameLane { readonly type: 'renameLane'; readonly laneId: string; readonly name: string }
export interface MoveLane { readonly type: 'moveLane'; readonly laneId: string; readonly rank?: Maybe<string> }
export interface RemoveLane { readonly type: 'removeLane'; readonly laneId: string }
export type LaneOperation = AddLane | RenameLane | MoveLane | RemoveLane;

export interface AddCard {
  readonly type: 'addCard';
  readonly cardId: string;
  readonly stageId: string;
  readonly laneId: string;
  readonly rank?: Maybe<string>;
  readonly title?: Maybe<string | null>;
  readonly text?: Maybe<string | null>;
  readonly touchpointId?: Maybe<string | null>;
  readonly emotion?: Maybe<number | null>;
}
export interface MoveCard {
  readonly type: 'moveCard';
  readonly cardId: string;
  readonly stageId: string;
  readonly laneId: string;
  readonly rank?: Maybe<string>;
}
export interface RemoveCard { readonly type: 'removeCard'; readonly cardId: string }
export interface LinkTouchpoint { readonly type: 'linkTouchpoint'; readonly cardId: string; readonly touchpointId: string }
export interface UnlinkTouchpoint { readonly type: 'unlinkTouchpoint'; readonly cardId: string }
export type CardOperation = AddCard | MoveCard | RemoveCard | LinkTouchpoint | UnlinkTouchpoint;

/** One property of the journey, of a lane or of a card takes a value; the last writer wins. */
export type SetProperty =
  | { readonly type: 'setProperty'; readonly target: 'journey'; readonly property: 'name'; readonly value: string }
  | { readonly type: 'setProperty'; readonly target: 'journey'; readonly property: 'state'; readonly value: JourneyState }
  | { readonly type: 'setProperty'; readonly target: 'journey'; readonly property: 'persona' | 'owner'; readonly value: string | null }
  | { readonly type: 'setProperty'; readonly target: 'lane'; readonly id: string; readonly property: 'collapsed'; readonly value: boolean }
  | { readonly type: 'setProperty'; readonly target: 'card'; readonly id: string; readonly property: 'title' | 'text'; readonly value: string | null }
  | { readonly type: 'setProperty'; readonly target: 'card'; readonly id: string; readonly property: 'emotion'; readonly value: number | null };

/** A change of a map. Ids are made by the client; a `rank` left out means the end. */
export type Operation = StageOperation | LaneOperation | CardOperation | SetProperty;

/** Why an operation was refused; the document is then unchanged. */
export type OperationCode =
  | 'stage_not_found' | 'lane_not_found' | 'card_not_found'
  | 'stage_exists' | 'lane_exists' | 'card_exists'
  | 'too_many_stages' | 'too_many_lanes' | 'too_many_cards'
  | 'bad_rank' | 'bad_value';
