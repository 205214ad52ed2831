import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { SegmentedControl } from '@mantine/core';
import { DatePicker, DatesProvider, MonthPicker } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { isWholeMonths, type Period } from '../../../lib/period';
import styles from './overlay.module.css';

interface PeriodCalendarProps {
  period: Period | null;
  lastDay: string | null;
  onChoose: (period: Period) => void;
}

type Range = [string | null, string | null];
const ISO = 'YYYY-MM-DD';

/** A calendar of months or of days: the first click is where the period starts, the second where it ends. */
export const PeriodCalendar = ({ period, lastDay, onChoose }: PeriodCalendarProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const [unit, setUnit] = useState<'month' | 'day'>(period !== null && !isWholeMonths(period) ? 'day' : 'month');
  const [range, setRange] = useState<Range | null>(null);
  const pick = (next: Range) => {
    const [from, to] = next;
    if (from === null || to === null) setRange(next);
    else onChoose(unit === 'day' ? { from, to } : { from: dayjs(from).startOf('month').format(ISO), to: dayjs(to).endOf('month').format(ISO) });
  };
  const shown: Range = range ?? [period?.from ?? null, period?.to ?? null];
  const calendar = { type: 'range', value: shown, onChange: pick, allowSingleDateInRange: true, defaultDate: period?.from ?? lastDay ?? dayjs().format(ISO), size: 'sm' } as const;
  return (
    <>
      <SegmentedControl fullWidth size="xs" value={unit} onChange={(value) => setUnit(value === 'day' ? 'day' : 'month')} aria-label={t('period.unit')}
        data={[{ value: 'month', label: t('period.months') }, { value: 'day', label: t('period.days') }]} />
      <DatesProvider settings={{ locale: format.locale, firstDayOfWeek: 1 }}>
        {unit === 'month' ? <MonthPicker {...calendar} /> : <DatePicker {...calendar} />}
      </DatesProvider>
      {range !== null && range[0] !== null && range[1] === null ? <p className={styles.hint} role="status">{t('period.pickEnd')}</p> : null}
    </>
  );
};
