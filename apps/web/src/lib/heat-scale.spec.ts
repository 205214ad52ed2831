import { interpolateLab, lab, piecewise, rgb } from 'd3';
import { heatScale, INK, legendStops, RAMP } from './heat-scale';

const luminance = (colour: string) => {
  const { r, g, b } = rgb(colour);
  const linear = [r, g, b].map((channel) => channel / 255).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
};
const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const scale = heatScale({ centre: 76, values: [65.4, 76, 86.4], bounds: [0, 100] });

describe('heat colours', () => {
  it('keeps the card\'s text at 4.5:1 or better on every colour', () => {
    const ramp = piecewise(interpolateLab, [...RAMP]);
    for (let step = 0; step <= 200; step += 1) expect(contrast(ramp(step / 200), INK)).toBeGreaterThanOrEqual(4.5);
  });

  it('tells the two sides apart without red and green: they differ along the blue–yellow axis', () => {
    expect(lab(scale.colour(scale.low)).b).toBeGreaterThan(20);
    expect(lab(scale.colour(scale.high)).b).toBeLessThan(-10);
  });

  it('is symmetric about its centre and clamps beyond its ends', () => {
    expect(scale.low).toBe(61);
    expect(scale.high).toBe(91);
    expect(scale.colour(76)).toBe(rgb(RAMP[2]).formatRgb());
    expect(scale.colour(0)).toBe(scale.colour(61));
  });

  it('stays pale when the cells hardly differ', () => {
    const calm = heatScale({ centre: 80, values: [79.8, 80.2], bounds: [0, 100] });
    expect([calm.low, calm.high]).toEqual([70, 90]);
  });

  it('prints only what the metric can reach', () => {
    const high = heatScale({ centre: 96, values: [70, 99], bounds: [0, 100] });
    expect(high.high).toBe(100);
    expect(legendStops(high).at(-1)?.[1]).toBe(high.colour(100));
  });
});
