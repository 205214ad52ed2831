import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../lib/session';
import { searchQuery } from '../catalogue.queries';

interface TouchpointInputProps {
  onCommit: (name: string, next: boolean) => void;
  onCancel: () => void;
}

/** The name of a touchpoint to put on the map, with the catalogue's names offered while typing. */
export const TouchpointInput = ({ onCommit, onCancel }: TouchpointInputProps) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const [name, setName] = useState('');
  const [search] = useDebouncedValue(name.trim(), 200);
  const found = useQuery({ ...searchQuery(workspaceId, search), enabled: search.length > 1 });
  const isDone = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  // Focus moves in because the person has just asked to type here.
  useEffect(() => field.current?.focus(), []);
  const finish = (text: string, next: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const line = text.trim().replace(/\s+/g, ' ');
    if (line === '') onCancel();
    else onCommit(line, next);
  };
  return (
    <Autocomplete
      ref={field}
      aria-label={t('editing.touchpointName')}
      placeholder={t('editing.touchpointName')}
      data={[...new Set(found.data?.items.map((item) => item.name))]}
      value={name}
      maxLength={200}
      size="xs"
      onChange={setName}
      onOptionSubmit={(picked) => finish(picked, true)}
      onBlur={() => finish(name, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        // With a name of the list highlighted, Enter takes that name and not the typed part of it.
        const isPicking = event.currentTarget.getAttribute('aria-activedescendant') !== null;
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && !isPicking) {
          event.preventDefault();
          finish(event.currentTarget.value, true);
        }
        if (event.key === 'Escape') {
          isDone.current = true;
          onCancel();
        }
      }}
    />
  );
};
