import type { Journey, JourneyTouchpoint, Touchpoint } from '@afferent/contracts';
import type { JourneyDocument, Operation } from '@afferent/domain';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../lib/api';
import { useWorkspace } from '../../../lib/session';
import { patchTouchpoint, touchpointByName } from '../catalogue.queries';
import { journeyKey } from '../journeys.queries';
import { addCard, type CardPlace } from './commands';
import type { MapSession } from './map-session';
import type { Work } from './map-state';
import { useRefusalWords } from './use-refusal-words';

export interface MapCommands {
  /** Does an act built from the map as it is now; says in words why when the map does not allow it. */
  perform: (build: (document: JourneyDocument) => Operation | readonly Operation[]) => boolean;
  /** Puts a touchpoint on the map by name: the catalogue's one, or a new one. */
  addTouchpoint: (name: string, place: CardPlace) => string | null;
  /** Makes a card that has only a name stand for the touchpoint of that name. */
  linkByName: (cardId: string, name: string) => void;
  renameTouchpoint: (touchpoint: Touchpoint, name: string) => void;
  undo: () => void;
  redo: () => void;
}

/** The acts of the map's editor. */
export const useMapCommands = (session: MapSession, journeyId: string): MapCommands => {
  const client = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const { t } = useTranslation('journeys');
  const refusalWords = useRefusalWords();

  return useMemo(() => {
    const tell = (message: string) => notifications.show({ color: 'red', message });
    const queryKey = journeyKey(workspaceId, journeyId);
    const know = (touchpoint: Touchpoint, cardId: string | null) => client.setQueryData<Journey>(queryKey, (journey) => {
      if (journey === undefined) return journey;
      const known = journey.touchpoints.find(({ id }) => id === touchpoint.id);
      const card = session.getSnapshot().document.cards.find(({ id }) => id === (cardId ?? known?.cardId));
      if (card === undefined) return journey;
      const next: JourneyTouchpoint = { ...touchpoint, stageId: card.stageId, cardId: card.id };
      return { ...journey, touchpoints: known === undefined ? [...journey.touchpoints, next] : journey.touchpoints.map((item) => (item.id === touchpoint.id ? next : item)) };
    });

    const perform: MapCommands['perform'] = (build) => {
      const built = build(session.getSnapshot().document);
      const operations = 'type' in built ? [built] : built;
      if (operations.length === 0) return false;
      const refused = session.perform(operations);
      if (refused !== null) tell(refusalWords(refused));
      return refused === null;
    };

    const linking = new Set<string>();
    const linkByName = (cardId: string, name: string) => {
      // A click on a card whose touchpoint is still being made.
      if (linking.has(cardId)) return;
      linking.add(cardId);
      void session.track(touchpointByName(workspaceId, name)).then((touchpoint) => {
        know(touchpoint, cardId);
        session.perform([{ type: 'linkTouchpoint', cardId, touchpointId: touchpoint.id }], { undoable: false });
      }, () => tell(t('editing.notLinked', { name }))).finally(() => linking.delete(cardId));
    };

    // The catalogue may have changed since; the name is then set on its newest state.
    const setName = (id: string, version: number, name: string, was: string): Work => async () => {
      const changed = await patchTouchpoint(workspaceId, id, version, { name }).catch(async (error: unknown) => {
        const current = error instanceof ApiProblem && error.status === 412 ? error.current : null;
        if (current === null || typeof current !== 'object' || !('version' in current) || typeof current.version !== 'number') throw error;
        return patchTouchpoint(workspaceId, id, current.version, { name });
      });
      know(changed, null);
      // What is being read was asked for before: it would bring the old name back.
      if (client.isFetching({ queryKey }) > 0) void client.invalidateQueries({ queryKey });
      return setName(id, changed.version, was, name);
    };

    return {
      perform,
      linkByName,
      addTouchpoint: (name, place) => {
        const cardId = crypto.randomUUID();
        if (!perform((document) => addCard(document, cardId, place, { title: name }))) return null;
        linkByName(cardId, name);
        return cardId;
      },
      renameTouchpoint: (touchpoint, name) => {
        session.performWork(setName(touchpoint.id, touchpoint.version, name, touchpoint.name))
          .catch((error: unknown) => tell(error instanceof ApiProblem && error.status === 409 ? t('editing.nameTaken', { name }) : t('editing.notRenamed', { name: touchpoint.name })));
      },
      undo: () => void session.undo().then((done) => { if (!done) tell(t('editing.nothingToUndo')); }),
      redo: () => void session.redo().then((done) => { if (!done) tell(t('editing.nothingToRedo')); }),
    };
  }, [client, journeyId, refusalWords, session, t, workspaceId]);
};
