import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyCodebook, readCodebook } from './codebook';
import styles from './import.module.css';
import type { MappingDraft } from './mapping-draft';

interface Props { draft: MappingDraft; names: readonly string[]; onChange: (draft: MappingDraft) => void }

/** Names for columns that are called by codes, pasted from a codebook at once. */
export const CodebookButton = ({ draft, names, onChange }: Props) => {
  const { t } = useTranslation(['feedback', 'common']);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const applied = applyCodebook(draft, readCodebook(text), names);
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>{t('codebook.open')}</Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('codebook.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Textarea label={t('codebook.text')} description={t('codebook.help')} placeholder={'Q7FOOD\tRestaurants\nQ7STORE\tShops'} autosize minRows={6} maxRows={14} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
        <div className={styles.modalFoot}>
          <span role="status" className="muted">{text.trim() === '' ? '' : t('codebook.found', { count: applied.count, n: applied.count })}</span>
          <Button disabled={applied.count === 0} onClick={() => { onChange(applied.draft); setOpen(false); }}>{t('codebook.apply')}</Button>
        </div>
      </Modal>
    </>
  );
};
