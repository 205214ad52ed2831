import { parseWeight } from './decimal.js';

describe('parseWeight', () => {
  it.each([['1', '1'], ['0.2847177143', '0.2847177143'], ['1.50', '1.50'], ['.5', '.5'], ['0,75', '0.75'], ['+2', '2'], ['1000', '1000'], ['1000.000', '1000.000'], ['5.0E-05', '5.0E-05'], ['1e3', '1e3'], ['0.0000000000000000000001', '0.0000000000000000000001']])('%s is stored as %s', (text, stored) => {
    expect(parseWeight(text)).toBe(stored);
  });
  it.each(['', '0', '0.000', '-1', 'abc', 'NaN', 'Infinity', '1000.0000000000000000000001', '1001', '1e4', '1.2.3', '1,000.5', '1 000', '.', '1e-99', '0x10', '9'.repeat(70)])('%j is unusable', (text) => {
    expect(parseWeight(text)).toBeUndefined();
  });
});
