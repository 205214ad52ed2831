import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/live-region';
import { IconCheck, IconCopy } from '../../ui/icons';
import styles from './identity.module.css';

/** A text that is shown once, with a button that copies it. */
export const CopySecret = ({ value, label }: { value: string; label: string }) => {
  const { t } = useTranslation(['identity', 'common']);
  const announce = useAnnounce();
  const clipboard = useClipboard({ timeout: 2500 });
  const copy = () => {
    clipboard.copy(value);
    announce(t('common:copied'));
  };
  return (
    <div className={styles.secret}>
      <code aria-label={label}>{value}</code>
      <Button variant="default" onClick={copy} leftSection={clipboard.copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}>{clipboard.copied ? t('common:copied') : t('common:copy')}</Button>
    </div>
  );
};
