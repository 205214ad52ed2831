import { ActionIcon, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconKeyboard } from '../../../ui/icons';
import styles from './screen.module.css';

const READING = [['← ↑ → ↓', 'walk'], ['Enter', 'open'], ['Esc', 'leave'], ['+ − 0', 'zoom'], ['1', 'fit'], ['T', 'table']] as const;
const EDITING = [['Shift+Enter', 'add'], ['F2', 'rename'], ['Alt+← ↑ → ↓', 'move'], ['Delete', 'remove'], ['Ctrl+Z', 'undo'], ['Ctrl+Shift+Z', 'redo']] as const;

/** The keys that work on the map. */
export const ShortcutsHelp = ({ canEdit }: { canEdit: boolean }) => {
  const { t } = useTranslation('journeys');
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target><ActionIcon aria-label={t('keys.title')}><IconKeyboard size={17} aria-hidden /></ActionIcon></Popover.Target>
      <Popover.Dropdown aria-label={t('keys.title')}>
        <dl className={styles.keys}>
          {[...READING, ...(canEdit ? EDITING : [])].map(([key, act]) => <div key={act}><dt><kbd>{key}</kbd></dt><dd>{t(`keys.${act}`)}</dd></div>)}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
};
