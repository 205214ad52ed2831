import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../lib/session';
import { importJourneysQuery } from './feedback.queries';

interface Props { value: string | null; onChange: (id: string | null) => void; error?: string | null }

/** The journey the answers are about. */
export const JourneySelect = ({ value, onChange, error = null }: Props) => {
  const { t } = useTranslation('feedback');
  const journeys = useQuery(importJourneysQuery(useWorkspace().id));
  return (
    <Select
      label={t('file.journey')} description={t('file.journeyHelp')} placeholder={t('file.noJourney')} clearable allowDeselect value={value} onChange={onChange} error={error}
      data={(journeys.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};
