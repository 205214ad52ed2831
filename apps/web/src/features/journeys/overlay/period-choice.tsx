import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { PRESETS, presetPeriod, type Period } from '../../../lib/period';
import { IconCalendar, IconChevronDown } from '../../../ui/icons';
import { later } from '../../../ui/later';
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

const PeriodCalendar = later(async () => (await import('./period-calendar')).PeriodCalendar);

// The last 12 months with answers stand first, as the default.
const SHOWN = PRESETS.filter((preset) => preset !== 'year');

/** Presets counted back from the last answer, and a calendar of months or of days. */
export const PeriodChoice = ({ period, isStaff, isChosen, answers, onChange }: PeriodChoiceProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const label = period === null ? t(isStaff ? 'period.now' : 'period.none') : format.period(period.from, period.to);
  const { firstDay, lastDay } = answers;

  const choose = (next: Period | null) => {
    onChange(next);
    setOpened(false);
  };

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
          <PeriodCalendar period={period} lastDay={lastDay} onChoose={choose} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
