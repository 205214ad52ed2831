import { useTranslation } from 'react-i18next';
import { Choice } from './choice';

const ALL = '';

interface FacetChoiceProps {
  kind: 'segment' | 'channel';
  value: string | null;
  labels: readonly string[];
  onChange: (value: string | null) => void;
}

/** Limits the map to the answers of one segment or channel; hidden where the data has none. */
export const FacetChoice = ({ kind, value, labels, onChange }: FacetChoiceProps) => {
  const { t } = useTranslation('journeys');
  if (labels.length === 0 && value === null) return null;
  const known = value === null || labels.includes(value) ? labels : [value, ...labels];
  return (
    <Choice
      label={t(`facet.${kind}.label`)}
      value={value ?? ALL}
      isQuiet={value === null}
      groups={[{ group: '', options: [{ value: ALL, label: t(`facet.${kind}.all`) }, ...known.map((label) => ({ value: label, label }))] }]}
      onChange={(picked) => onChange(picked === ALL ? null : picked)}
    />
  );
};
