import type { Format } from '../../../lib/format';
import type { Period } from '../../../lib/period';

const DATIVE = ['январю', 'февралю', 'марту', 'апрелю', 'маю', 'июню', 'июлю', 'августу', 'сентябрю', 'октябрю', 'ноябрю', 'декабрю'];

/** A compared period in the form its sentence needs: `vs May 2016`, but `к маю 2016` and `к периоду 1–14 мая 2016`. */
export const againstPeriod = (format: Format & { locale: 'en' | 'ru' }, { from, to }: Period): string => {
  const said = format.period(from, to);
  if (format.locale === 'en') return said;
  const isMonth = said === format.month(from);
  return isMonth ? `${DATIVE[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}` : `периоду ${said}`;
};
