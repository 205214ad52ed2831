import type { JourneyTouchpoint } from '@afferent/contracts';
import { ActionIcon, Menu, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconDots, IconPencil, IconTrash, IconX } from '../../../ui/icons';
import { useMap, useMapState } from '../map/map-context';
import { TABS, type InspectorTab } from '../overlay/overlay-url';
import type { Heat } from '../overlay/use-heat';
import { DetailsTab } from './details-tab';
import styles from './inspector.module.css';
import { OverviewTab } from './overview-tab';
import { OwnersTab } from './owners-tab';
import { ThreePTab } from './three-p-tab';

interface InspectorProps {
  touchpoint: JourneyTouchpoint;
  heat: Heat;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  onClose: () => void;
}

/** One touchpoint: what, how sure, since when, why, who. */
export const Inspector = ({ touchpoint, heat, tab, onTab, onClose }: InspectorProps) => {
  const { t } = useTranslation('journeys');
  const { canEdit, commands, setRenaming } = useMap();
  const { document } = useMapState();
  const stage = document.stages.find(({ id }) => id === touchpoint.stageId)?.name;
  const card = document.cards.find(({ id }) => id === touchpoint.cardId);
  return (
    <>
      <div className={styles.header}>
        <h2 className={styles.title}>{touchpoint.name}{stage === undefined ? null : <span className={styles.place}>{[stage, touchpoint.channel].filter((part) => part !== null).join(' · ')}</span>}</h2>
        {canEdit && card !== undefined ? (
          <Menu>
            <Menu.Target><ActionIcon size={28} aria-label={t('editing.touchpointMenu', { name: touchpoint.name })}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setRenaming({ kind: 'card', id: card.id })}>{t('editing.rename')}</Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => { if (commands.perform(() => ({ type: 'removeCard', cardId: card.id }))) onClose(); }}>{t('editing.removeFromMap')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
        <ActionIcon size={28} aria-label={t('inspector.close')} onClick={onClose}><IconX size={16} aria-hidden /></ActionIcon>
      </div>
      <Tabs value={tab} onChange={(value) => onTab(TABS.find((known) => known === value) ?? 'overview')} className={styles.tabs}>
        <Tabs.List px={16} mt={8}>
          {TABS.map((name) => <Tabs.Tab key={name} value={name} px={0} mr={16}>{t(`inspector.tab.${name}`)}</Tabs.Tab>)}
        </Tabs.List>
        <div className={styles.body}>
          <Tabs.Panel value="overview"><OverviewTab touchpoint={touchpoint} heat={heat} /></Tabs.Panel>
          <Tabs.Panel value="threeP"><ThreePTab touchpoint={touchpoint} /></Tabs.Panel>
          <Tabs.Panel value="owners"><OwnersTab touchpoint={touchpoint} /></Tabs.Panel>
          <Tabs.Panel value="details"><DetailsTab touchpoint={touchpoint} metric={heat.isPending ? null : heat.metric} /></Tabs.Panel>
        </div>
      </Tabs>
    </>
  );
};
