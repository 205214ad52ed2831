import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { useFormat } from '../../lib/i18n';
import { IconCalendar } from '../../ui/icons';

interface OneDateProps {
  label: string;
  /** YYYY-MM-DD, as are `max` and what is chosen. */
  value: string;
  max: string;
  onChange: (date: string) => void;
}

/** A day written as the interface writes dates; the browser's own field would follow the browser's language. */
export const OneDate = ({ label, value, max, onChange }: OneDateProps) => {
  const { locale, date } = useFormat();
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <DatePickerInput label={label} value={value} maxDate={max} defaultDate={value} onChange={(next) => next !== null && onChange(next)} valueFormatter={() => date(value)} leftSection={<IconCalendar size={15} aria-hidden />} popoverProps={{ shadow: 'md' }} />
    </DatesProvider>
  );
};
