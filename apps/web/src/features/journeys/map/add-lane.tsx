import { Button, Menu } from '@mantine/core';
import { LANE_KINDS, type LaneKind } from '@afferent/domain';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../../../ui/icons';
import { addLane } from '../editing/commands';
import styles from './grid.module.css';
import { useMap } from './map-context';

/** A button below the last lane that offers the kinds of lanes; the new one's name can be typed at once. */
export const AddLane = () => {
  const { t } = useTranslation('journeys');
  const { commands, setRenaming } = useMap();
  const add = (kind: LaneKind) => {
    const laneId = crypto.randomUUID();
    if (commands.perform((document) => addLane(document, laneId, kind, t(`lane.${kind}`), null))) setRenaming({ kind: 'lane', id: laneId });
  };
  return (
    <div role="row" className={styles.row}>
      <div role="rowheader" aria-colindex={1} aria-label={t('editing.addLane')} className={styles.addLane} data-stick="left">
        <Menu position="top-start">
          <Menu.Target><Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />}>{t('editing.addLane')}</Button></Menu.Target>
          <Menu.Dropdown mah={360} className={styles.kinds}>
            {LANE_KINDS.map((kind) => <Menu.Item key={kind} onClick={() => add(kind)}>{t(`lane.${kind}`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
};
