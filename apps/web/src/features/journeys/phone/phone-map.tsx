import { cardsByCell, cellKey, orderedLanes, orderedStages, type Card } from '@afferent/domain';
import { Accordion } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { IconRoute } from '../../../ui/icons';
import { InspectorSheet } from '../inspector/inspector-sheet';
import { colourOf, type CardLook } from '../map/card-look';
import { useMap, useMapState } from '../map/map-context';
import { MiniStrip } from '../map/mini-strip';
import { useCardWords } from '../map/words';
import type { Overlay } from '../overlay/overlay-url';
import type { Heat } from '../overlay/use-heat';
import type { UpdateOverlay } from '../overlay/use-overlay';
import styles from './phone.module.css';
import { StageCards } from './stage-cards';

interface PhoneMapProps {
  heat: Heat;
  overlay: Overlay;
  update: UpdateOverlay;
  onOpen: (touchpointId: string) => void;
}

/** The map for a narrow screen: stages one below the other, a touchpoint over the whole screen. */
export const PhoneMap = ({ heat, overlay, update, onOpen }: PhoneMapProps) => {
  const { t } = useTranslation('journeys');
  const { touchpoints } = useMap();
  const { document } = useMapState();
  const words = useCardWords();
  const stages = orderedStages(document);
  const lanes = orderedLanes(document);
  const cells = useMemo(() => cardsByCell(document), [document]);
  const look: CardLook = { metric: heat.metric, readings: heat.readings, scale: heat.scale, selectedId: null, words };
  const opened = overlay.touchpointId === null ? undefined : touchpoints.get(overlay.touchpointId);
  const colours = (stageId: string) => lanes.filter(({ kind }) => kind === 'touchpoints')
    .flatMap((lane) => cells.get(cellKey(stageId, lane.id)) ?? [])
    .map((card: Card) => colourOf(look, card.touchpointId));

  if (stages.length === 0) return <EmptyState icon={IconRoute} title={t('map.empty')}>{t('map.emptyPhone')}</EmptyState>;
  return (
    <>
      <Accordion multiple defaultValue={stages.map(({ id }) => id)} className={styles.stages} chevronPosition="left" order={2}>
        {stages.map((stage) => (
          <Accordion.Item key={stage.id} value={stage.id}>
            <Accordion.Control>
              <span className={styles.stageHead}>{stage.name}<MiniStrip colours={colours(stage.id)} label={t('map.stageStrip', { count: colours(stage.id).length })} /></span>
            </Accordion.Control>
            <Accordion.Panel><StageCards stage={stage} lanes={lanes} cells={cells} look={look} onOpen={onOpen} /></Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <InspectorSheet touchpoint={opened} heat={heat} overlay={overlay} update={update} isWhole />
    </>
  );
};
