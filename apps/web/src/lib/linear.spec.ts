import { clamp, linear } from './linear';

describe('linear', () => {
  it('takes ends onto ends and the middle onto the middle, upside down too', () => {
    const down = linear([-2, 2], [92, 12]);
    expect([-2, -1, 0, 2].map(down)).toEqual([92, 72, 52, 12]);
  });

  it('goes on beyond the ends', () => {
    expect(linear([0, 10], [0, 1])(15)).toBe(1.5);
  });
});

describe('clamp', () => {
  it('holds what lies beyond a span at its nearer end', () => {
    expect([-3, -2, 0.5, 7].map((value) => clamp(value, [-2, 2]))).toEqual([-2, -2, 0.5, 2]);
  });
});
