import { makeFormat } from './format';

const ru = makeFormat('ru');
const en = makeFormat('en');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it('uses the decimal comma, no-break groups and a real minus in Russian', () => {
    expect(ru.number(82.67553, 1)).toBe('82,7');
    expect(ru.number(2407)).toBe('2\u00a0407');
    expect(ru.number(-5.44, 1)).toBe('\u22125,4');
  });

  it('groups with commas in English', () => {
    expect(en.number(2407)).toBe('2,407');
    expect(en.number(1_234_567.891, 2)).toBe('1,234,567.89');
  });

  it('never shows a negative zero', () => {
    expect(ru.number(-0.04, 1)).toBe('0,0');
    expect(ru.signed(0.01, 1)).toBe('0,0');
  });

  it('shows NPS as an integer and the other metrics with one decimal', () => {
    expect(ru.score('nps', 39.62)).toBe('40');
    expect(en.score('csi', 76.609003)).toBe('76.6');
  });
});

describe('differences and intervals', () => {
  it('writes points, not per cent', () => {
    expect(plain(ru.points('csi', -5.4))).toBe('\u22125,4 п.');
    expect(plain(en.points('nps', 3.2))).toBe('+3 pts');
  });

  it('names the interval and uses an en dash', () => {
    expect(plain(ru.interval('csi', 81.8, 83.6))).toBe('ДИ 95 %: 81,8–83,6');
    expect(plain(en.interval('nps', 37.4, 42.6))).toBe('95 % CI: 37–43');
  });

  it('uses words where a bound is negative', () => {
    expect(ru.range('nps', -3, 5)).toBe('от \u22123 до 5');
    expect(en.range('nps', -9, -2)).toBe('\u22129 to \u22122');
  });

  it('shows shares and p values', () => {
    expect(plain(ru.share(0.541))).toBe('54 %');
    expect(en.p(0.0004)).toBe('p < 0.001');
    expect(ru.p(0.0031)).toBe('p = 0,003');
  });
});

describe('dates', () => {
  it('writes months in words without a year mark', () => {
    expect(ru.date('2026-11-21')).toBe('21 ноября 2026');
    expect(en.date('2026-11-21')).toBe('21 November 2026');
    expect(ru.month('2017-05-01')).toBe('май 2017');
    expect(Array.from({ length: 12 }, (_, index) => ru.monthShort(`2026-${String(index + 1).padStart(2, '0')}-01`)).join(' ')).toBe('янв фев мар апр май июн июл авг сен окт ноя дек');
    expect(en.monthShort('2026-09-01')).toBe('Sep');
    expect([ru.date('2026-08-05'), ru.month('2026-08-05'), ru.monthShort('2026-08-05')]).toEqual(['5 августа 2026', 'август 2026', 'авг']);
    expect(ru.period('2025-08-01', '2026-07-31')).toBe('август 2025 – июль 2026');
  });

  it('says a period the way people do', () => {
    expect(ru.period('2017-05-01', '2017-05-31')).toBe('май 2017');
    expect(en.period('2016-06-01', '2017-05-31')).toBe('June 2016 – May 2017');
    expect([ru.period('2026-08-01', '2026-10-31'), en.period('2026-08-01', '2026-10-31')]).toEqual(['август – октябрь 2026', 'August – October 2026']);
    expect(ru.period('2017-05-01', '2017-05-14')).toBe('1–14 мая 2017');
    expect(en.period('2024-02-01', '2024-02-29')).toBe('February 2024');
    expect(ru.period('2017-05-03', '2017-05-03')).toBe('3 мая 2017');
  });

  it('says the name that the product gave in the language on screen, and nobody else\'s', () => {
    expect([ru.person('Demo user'), en.person('Демо-пользователь'), ru.person('Olga Demo')]).toEqual(['Демо-пользователь', 'Demo user', 'Olga Demo']);
  });

  it('shows an instant in the given zone', () => {
    expect(ru.instant('2026-11-21T21:30:00Z', 'Europe/Moscow')).toBe('22 ноября 2026, 00:30');
    expect(en.instant('2026-11-21T09:05:00Z', 'UTC')).toBe('21 November 2026, 09:05');
  });
});
