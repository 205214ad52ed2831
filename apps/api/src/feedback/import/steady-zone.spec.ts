import { IANAZone } from 'luxon';
import { steadyZone } from './steady-zone.js';

const minute = 60_000;
const day = 1440 * minute;

/** The days on which a zone changes its clocks, among them those at odd minutes and by half an hour. */
function changes(zone: IANAZone): number[] {
  const found: number[] = [];
  for (let at = Date.UTC(1990, 0, 1); at < Date.UTC(2027, 0, 1); at += day) if (zone.offset(at) !== zone.offset(at + day)) found.push(at);
  return found;
}

describe('steadyZone', () => {
  it.each(['Europe/Moscow', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Gaza', 'Africa/Casablanca', 'Asia/Kathmandu'])('answers as the calendar of %s does, on every day of changed clocks', (name) => {
    const zone = IANAZone.create(name);
    const steady = steadyZone(name);
    const days = changes(zone);
    const moments = days.flatMap((from) => Array.from({ length: 96 }, (_, index) => from + index * 15 * minute + (index % 15) * minute));
    expect(moments.filter((at) => steady.offset(at) !== zone.offset(at))).toEqual([]);
    expect(days.length > 0).toBe(name !== 'Asia/Kathmandu');
    expect(steady.equals(zone)).toBe(true);
  });

  it('keeps its answers to those of one hour', () => {
    const steady = steadyZone('Europe/Berlin');
    const change = Date.UTC(2026, 2, 29, 1);
    expect([change - 1, change, change - 1, change + minute].map((at) => steady.offset(at))).toEqual([60, 120, 60, 120]);
  });

  it('takes other names as they are', () => {
    expect(steadyZone('utc').offset(0)).toBe(0);
    expect(steadyZone('UTC+5').offset(0)).toBe(300);
    expect(steadyZone('Mars/Olympus').isValid).toBe(false);
  });
});
