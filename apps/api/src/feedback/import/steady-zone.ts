import { IANAZone, Info, type Zone } from 'luxon';

const hour = 3_600_000;
const keptHours = 2000;

/**
 * A zone that asks the calendar for its offset once an hour instead of once a moment: that question is most of what reading a moment costs.
 * Only an hour that begins and ends with the same offset is taken for steady; no zone changes its clocks twice within one.
 */
class SteadyZone extends IANAZone {
  private readonly hours = new Map<number, number | null>();

  override offset(moment: number): number {
    return this.steadyOffset(Math.floor(moment / hour)) ?? super.offset(moment);
  }

  private steadyOffset(index: number): number | null {
    const known = this.hours.get(index);
    if (known !== undefined) return known;
    const first = super.offset(index * hour);
    const found = first === super.offset((index + 1) * hour) ? first : null;
    if (this.hours.size >= keptHours) this.hours.clear();
    this.hours.set(index, found);
    return found;
  }
}

/** A zone by its name, quick to be asked for many moments. */
export function steadyZone(name: string): Zone {
  const zone = Info.normalizeZone(name);
  return zone instanceof IANAZone ? new SteadyZone(zone.name) : zone;
}
