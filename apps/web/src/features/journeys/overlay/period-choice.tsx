import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { Popover, SegmentedControl } from '@mantine/core';
import { DatePicker, DatesProvider, MonthPicker } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { isWholeMonths, PRESETS, presetPeriod, type Period } from '../../../lib/period';
import { IconCalendar, IconChevronDown } from '../../../ui/icons';
import styles from './overlay.module.css';

interface PeriodChoiceProps {
  /** What is shown now; null when there is nothing to date. */
  period: Period | null;
  /** Staff scores are dated by what holds now when no period is chosen. */
  isStaff: boolean;
  /** Whether the period was chosen, not taken as the last 12 months. */
  isChosen: boolean;
  answers: { firstDay: string | null; lastDay: string | null };
  onChange: (period: Period | null) => void;
}

type Range = [string | null, string | null];
const ISO = 'YYYY-MM-DD';
// The last 12 months with answers stand first, as the default.
const SHOWN = PRESETS.filter((preset) => preset !== 'year');

/** Presets counted back from the last answer, and a calendar of months or of days. */
export const PeriodChoice = ({ period, isStaff, isChosen, answers, onChange }: PeriodChoiceProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const [unit, setUnit] = useState<'month' | 'day'>(period !== null && !isWholeMonths(period) ? 'day' : 'month');
  const [range, setRange] = useState<Range | null>(null);
  const label = period === null ? t(isStaff ? 'period.now' : 'period.none') : format.period(period.from, period.to);
  const shown: Range = range ?? [period?.from ?? null, period?.to ?? null];
  const { firstDay, lastDay } = answers;

  const choose = (next: Period | null) => {
    onChange(next);
    setRange(null);
    setOpened(false);
  };
  const pick = (next: Range) => {
    const [from, to] = next;
    if (from === null || to === null) setRange(next);
    else choose(unit === 'day' ? { from, to } : { from: dayjs(from).startOf('month').format(ISO), to: dayjs(to).endOf('month').format(ISO) });
  };
  const calendar = { type: 'range', value: shown, onChange: pick, allowSingleDateInRange: true, defaultDate: period?.from ?? lastDay ?? dayjs().format(ISO), size: 'sm' } as const;

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.choice} aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(!opened)}
          aria-label={`${t('period.label')}: ${label}`}>
          <IconCalendar size={14} aria-hidden />
          <span className={styles.choiceText}>{label}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.periodPanel} aria-label={t('period.label')}>
        <ul className={styles.presets}>
          <li><button type="button" aria-pressed={!isChosen} onClick={() => choose(null)}>{t('period.default')}</button></li>
          {firstDay === null || lastDay === null ? null : SHOWN.map((preset) => {
            const next = presetPeriod(preset, { firstDay, lastDay });
            return (
              <li key={preset}>
                <button type="button" aria-pressed={isChosen && next.from === period?.from && next.to === period.to} onClick={() => choose(next)}>
                  {t(`period.preset.${preset}`)}<small>{format.period(next.from, next.to)}</small>
                </button>
              </li>
            );
          })}
        </ul>
        <div className={styles.calendar}>
          <SegmentedControl fullWidth size="xs" value={unit} onChange={(value) => setUnit(value === 'day' ? 'day' : 'month')} aria-label={t('period.unit')}
            data={[{ value: 'month', label: t('period.months') }, { value: 'day', label: t('period.days') }]} />
          <DatesProvider settings={{ locale: format.locale, firstDayOfWeek: 1 }}>
            {unit === 'month' ? <MonthPicker {...calendar} /> : <DatePicker {...calendar} />}
          </DatesProvider>
          {range !== null && range[0] !== null && range[1] === null ? <p className={styles.hint} role="status">{t('period.pickEnd')}</p> : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
