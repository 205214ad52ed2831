import { formatFault } from './moment-format.js';
import { defaultFormat, isNamedFormat, isoMomentReader, momentReader, type MomentRules } from './moment.js';

const rules: MomentRules = { workspaceZone: 'Europe/Moscow', now: new Date('2026-03-10T20:30:00Z') };
const read = (text: string, spec: { format?: string; timezone?: string } = {}, given = rules) => momentReader(spec, given)(text);

describe('momentReader', () => {
  it.each([
    ['2017-05-13', '2017-05-12T21:00:00.000Z', '2017-05-13'],
    ['2017-5-3', '2017-05-02T21:00:00.000Z', '2017-05-03'],
    ['2017-05-13 9:05', '2017-05-13T06:05:00.000Z', '2017-05-13'],
    ['2017-05-13T09:05:07', '2017-05-13T06:05:07.000Z', '2017-05-13'],
  ])('reads %s by the default format', (text, at, day) => {
    expect(read(text)).toEqual({ at, day });
    expect(read(text, { format: defaultFormat })).toEqual({ at, day });
  });

  it.each(['2017-02-29', '2017-13-01', '2017-05-32', '2017-05-13 25:00', '13.05.2017', '17-05-13', '', '2017-05-13 ', '2017-05-13T09', 'yesterday', '2017/05/13', '2017-05-13 09:60'])('refuses %j', (text) => {
    expect(read(text)).toBe('invalid_time');
  });

  it('keeps a date without a time on its own date, whatever the zones', () => {
    expect(read('2017-05-13', { timezone: 'America/Los_Angeles' })).toEqual({ at: '2017-05-13T07:00:00.000Z', day: '2017-05-13' });
    expect(read('2017-05-13', { timezone: 'Pacific/Kiritimati' }, { ...rules, workspaceZone: 'Pacific/Pago_Pago' })).toMatchObject({ day: '2017-05-13' });
  });

  it('puts a date with a time on the local date of the workspace', () => {
    expect(read('2017-05-13 20:00', { timezone: 'America/Los_Angeles' })).toEqual({ at: '2017-05-14T03:00:00.000Z', day: '2017-05-14' });
  });

  it.each([
    ['1989-12-31', 'time_out_of_range'],
    ['1990-01-01', '1990-01-01'],
    ['2026-03-11', '2026-03-11'],
    ['2026-03-12', '2026-03-12'],
    ['2026-03-13', 'time_out_of_range'],
    ['0000-01-01', 'time_out_of_range'],
    ['9999-12-31', 'time_out_of_range'],
  ])('accepts 1990 to tomorrow only: %s', (text, outcome) => {
    const found = momentReader({}, { workspaceZone: 'Pacific/Kiritimati', now: new Date('2026-03-10T20:30:00Z') })(text);
    expect(typeof found === 'string' ? found : found.day).toBe(outcome);
  });

  it.each([
    ['dd.MM.yyyy HH:mm', '03.05.2017 14:30', '2017-05-03T11:30:00.000Z'],
    ['d.M.yy', '3.5.17', '2017-05-02T21:00:00.000Z'],
    ['MM/dd/yyyy hh:mm a', '05/03/2017 02:30 PM', '2017-05-03T11:30:00.000Z'],
    ['MM/dd/yyyy hh:mm a', '5/3/2017 2:30 PM', '2017-05-03T11:30:00.000Z'],
    ['dd-MMM-yyyy HH:mm', '3-May-2017 9:30', '2017-05-03T06:30:00.000Z'],
    ['MMddyyyy HHmm', '05032017 1430', '2017-05-03T11:30:00.000Z'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2017-05-03T14:30:00+05:00', '2017-05-03T09:30:00.000Z'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2017-05-03T14:30:00Z', '2017-05-03T14:30:00.000Z'],
    ['yyyy-MM-dd HH:mm:ss Z', '2017-05-03 14:30:00 +0500', '2017-05-03T09:30:00.000Z'],
    ['yyyy-MM-dd HH:mm VV', '2017-05-03 14:30 Asia/Tokyo', '2017-05-03T05:30:00.000Z'],
    ['d MMMM yyyy', '3 мая 2017', '2017-05-02T21:00:00.000Z'],
    ['d MMM yyyy', '3 May 2017', '2017-05-02T21:00:00.000Z'],
  ])('reads %s: %s', (format, text, at) => {
    expect(formatFault(format)).toBeUndefined();
    expect(read(text, { format })).toMatchObject({ at });
  });

  it.each([
    ['yyyy-MM-dd HH:mm VV', '2017-05-03 14:30 Mars/Olympus'],
    ['dd.MM.yyyy', '31.02.2017'],
    ['dd.MM.yyyy', '2017-05-03'],
    ['dd.MM.yyyy', '03.05.2017 10:00'],
    ['MMddyyyy', '5032017'],
    ['dd.MM.yyyy', '003.05.2017'],
  ])('refuses by %s: %s', (format, text) => expect(read(text, { format })).toBe('invalid_time'));

  it.each(['', 'foo', 'HH:mm', 'yyyy', 'yyyy-MM', 'dd.MM.yyyy hh:mm', 'yyyy-mm-dd', 'dd.MM.gggg', 'dd.MM.yyyy HH:mm a', 'yyyy-MM-dd D', 'yyyy-MM-dd yyyy', `yMd${'Hs'.repeat(48)}`])('finds fault with the format %j', (format) => {
    expect(formatFault(format)).toEqual(expect.any(String));
  });
});

describe('isoMomentReader', () => {
  const iso = isoMomentReader(rules);
  it.each([
    ['2026-03-09T23:30:00Z', { at: '2026-03-09T23:30:00.000Z', day: '2026-03-10' }],
    ['2026-03-09T23:30:00.25+03:00', { at: '2026-03-09T20:30:00.250Z', day: '2026-03-09' }],
    ['2026-03-09', { at: '2026-03-08T21:00:00.000Z', day: '2026-03-09' }],
    ['2026-03-09T23:30:00', 'invalid_time'],
    ['2026-02-30T00:00:00Z', 'invalid_time'],
    ['2026-03-09 23:30:00Z', 'invalid_time'],
    ['2026-03-09T23:30:00+25:00', 'invalid_time'],
    ['infinity', 'invalid_time'],
    ['1989-12-31T20:00:00Z', 'time_out_of_range'],
    ['2026-03-20T00:00:00Z', 'time_out_of_range'],
  ])('%s', (text, outcome) => expect(iso(text)).toEqual(outcome));
});

describe('counted moments', () => {
  it.each([
    ['unix', '1767225600', { at: '2026-01-01T00:00:00.000Z', day: '2026-01-01' }],
    ['unixMillis', '1767214800000', { at: '2025-12-31T21:00:00.000Z', day: '2026-01-01' }],
    ['excelSerial', '46023', { at: '2025-12-31T21:00:00.000Z', day: '2026-01-01' }],
    ['excelSerial', '46023,5', { at: '2026-01-01T09:00:00.000Z', day: '2026-01-01' }],
    ['unix', '2026-01-01', 'invalid_time'],
    ['excelSerial', 'tomorrow', 'invalid_time'],
  ])('%s %s', (format, text, outcome) => {
    expect(isNamedFormat(format)).toBe(true);
    expect(read(text, { format })).toEqual(outcome);
  });

  it('takes no inherited name for a format', () => {
    expect(isNamedFormat('toString')).toBe(false);
  });
});
