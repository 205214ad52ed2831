import { ActionIcon, Menu } from '@mantine/core';
import { JOURNEY_LIMITS, type Lane } from '@afferent/domain';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconDots, IconPencil, IconTrash } from '../../../ui/icons';
import { shiftLane } from '../editing/commands';
import styles from './grid.module.css';
import { InlineInput } from './inline-input';
import { useMap } from './map-context';

/** A row's head: the name, a switch that folds the row, and what can be done with the lane. */
export const LaneHead = memo(({ lane, isRenaming, note }: { lane: Lane; isRenaming: boolean; note?: string | undefined }) => {
  const { t } = useTranslation('journeys');
  const { canEdit, commands, setRenaming } = useMap();
  const setCollapsed = (value: boolean) => commands.perform(() => ({ type: 'setProperty', target: 'lane', id: lane.id, property: 'collapsed', value }));
  return (
    <div role="rowheader" aria-colindex={1} tabIndex={-1} className={styles.laneHead} data-lane={lane.id} data-stick="left">
      {/* Stays in sight while a lane taller than the window is scrolled through. */}
      <div className={styles.laneLabel}>
        {isRenaming ? (
          <InlineInput
            label={t('editing.laneName')}
            value={lane.name}
            max={JOURNEY_LIMITS.name}
            onCancel={() => setRenaming(null)}
            onCommit={(name) => {
              commands.perform(() => ({ type: 'renameLane', laneId: lane.id, name }));
              setRenaming(null);
            }}
          />
        ) : <span className={styles.laneName}>{lane.name}</span>}
        {note === undefined || lane.collapsed ? null : <small>{note}</small>}
        {canEdit ? (
          <Menu position="right-start">
            <Menu.Target><ActionIcon size={24} className={styles.menuButton} aria-label={t('editing.laneMenu', { name: lane.name })}><IconDots size={14} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setRenaming({ kind: 'lane', id: lane.id })}>{t('editing.rename')}</Menu.Item>
              <Menu.Item leftSection={lane.collapsed ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />} onClick={() => setCollapsed(!lane.collapsed)}>
                {t(lane.collapsed ? 'editing.unfold' : 'editing.fold')}
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowUp size={14} aria-hidden />} onClick={() => commands.perform((document) => shiftLane(document, lane.id, 'up'))}>{t('editing.moveUp')}</Menu.Item>
              <Menu.Item leftSection={<IconArrowDown size={14} aria-hidden />} onClick={() => commands.perform((document) => shiftLane(document, lane.id, 'down'))}>{t('editing.moveDown')}</Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => commands.perform(() => ({ type: 'removeLane', laneId: lane.id }))}>{t('editing.removeLane')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
    </div>
  );
});
LaneHead.displayName = 'LaneHead';
