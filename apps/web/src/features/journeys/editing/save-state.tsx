import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/chip';
import { IconCheck, IconCloudOff, IconRefresh } from '../../../ui/icons';
import type { MapSnapshot } from './map-session';

/** Whether everything typed is on the server; said aloud when it changes. */
export const SaveState = ({ snapshot }: { snapshot: MapSnapshot }) => {
  const { t } = useTranslation('journeys');
  const { status, pending } = snapshot;
  return (
    <span role="status">
      {status === 'saved' ? <Chip tone="good" icon={<IconCheck size={12} aria-hidden />}>{t('status.saved')}</Chip> : null}
      {status === 'saving' ? <Chip icon={<IconRefresh size={12} aria-hidden />}>{t('status.saving')}</Chip> : null}
      {status === 'offline' ? <Chip tone="warn" icon={<IconCloudOff size={12} aria-hidden />}>{t('status.offline', { count: pending })}</Chip> : null}
    </span>
  );
};
