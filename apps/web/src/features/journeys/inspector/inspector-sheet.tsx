import type { JourneyTouchpoint } from '@afferent/contracts';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Overlay } from '../overlay/overlay-url';
import type { Heat } from '../overlay/use-heat';
import type { UpdateOverlay } from '../overlay/use-overlay';
import { Inspector } from './inspector';
import styles from './inspector.module.css';

interface InspectorSheetProps {
  touchpoint: JourneyTouchpoint | undefined;
  heat: Heat;
  overlay: Overlay;
  update: UpdateOverlay;
  /** Over the whole screen of a phone, else from the right edge. */
  isWhole: boolean;
}

/** The inspector as a sheet over the page. */
export const InspectorSheet = ({ touchpoint, heat, overlay, update, isWhole }: InspectorSheetProps) => {
  const { t } = useTranslation('journeys');
  const close = () => update({ touchpointId: null });
  return (
    <Drawer.Root opened={touchpoint !== undefined} onClose={close} position={isWhole ? 'bottom' : 'right'} size={isWhole ? '100%' : 400}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={touchpoint === undefined ? undefined : t('inspector.label', { name: touchpoint.name })}>
        {touchpoint === undefined ? null : (
          <div className={styles.sheet}>
            <Inspector key={touchpoint.id} touchpoint={touchpoint} heat={heat} tab={overlay.tab} onTab={(tab) => update({ tab })} onClose={close} />
          </div>
        )}
      </Drawer.Content>
    </Drawer.Root>
  );
};
