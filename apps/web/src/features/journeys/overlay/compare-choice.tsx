import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { previousPeriod, yearBefore, type Period } from '../../../lib/period';
import { againstPeriod } from './against';
import { Choice } from './choice';
import { COMPARISONS, type Comparison } from './overlay-url';

interface CompareChoiceProps {
  comparison: Comparison;
  period: Period | null;
  /** Whether any touchpoint has a target for the metric. */
  hasTargets: boolean;
  onChange: (comparison: Comparison) => void;
}

/** What values are compared with: their own past, or their targets. */
export const CompareChoice = ({ comparison, period, hasTargets, onChange }: CompareChoiceProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const words = ({ from, to }: Period) => format.period(from, to);
  const hints: Record<Comparison, string | undefined> = {
    none: undefined,
    previous: period === null ? undefined : words(previousPeriod(period)),
    year: period === null ? undefined : words(yearBefore(period)),
    target: hasTargets ? t('compare.targetHint') : t('compare.noTargets'),
  };
  const compared = period === null || comparison === 'none' || comparison === 'target' ? null : comparison === 'year' ? yearBefore(period) : previousPeriod(period);
  return (
    <Choice
      label={t('compare.label')}
      value={comparison}
      isQuiet={comparison === 'none'}
      shown={compared === null ? t(`compare.${comparison}`) : t('compare.against', { period: againstPeriod(format, compared) })}
      groups={[{
        group: '',
        options: COMPARISONS.map((value) => ({
          value,
          label: t(`compare.${value}`),
          hint: hints[value],
          disabled: (value === 'target' && !hasTargets) || ((value === 'previous' || value === 'year') && period === null),
        })),
      }]}
      onChange={onChange}
    />
  );
};
