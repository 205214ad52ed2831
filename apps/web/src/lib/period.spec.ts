import { presetPeriod, previousPeriod, yearBefore } from './period';

describe('previousPeriod', () => {
  it('keeps whole months whole, whatever their length', () => {
    expect(previousPeriod({ from: '2024-03-01', to: '2024-03-31' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(previousPeriod({ from: '2017-01-01', to: '2017-03-31' })).toEqual({ from: '2016-10-01', to: '2016-12-31' });
  });

  it('counts days otherwise, both ends inclusive', () => {
    expect(previousPeriod({ from: '2017-05-08', to: '2017-05-14' })).toEqual({ from: '2017-05-01', to: '2017-05-07' });
    expect(previousPeriod({ from: '2017-03-01', to: '2017-03-01' })).toEqual({ from: '2017-02-28', to: '2017-02-28' });
  });
});

describe('yearBefore', () => {
  it('ends a whole month on its own last day', () => {
    expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(yearBefore({ from: '2024-02-01', to: '2024-02-29' })).toEqual({ from: '2023-02-01', to: '2023-02-28' });
  });

  it('takes the same dates of another period', () => {
    expect(yearBefore({ from: '2017-05-03', to: '2017-05-09' })).toEqual({ from: '2016-05-03', to: '2016-05-09' });
  });
});

describe('presetPeriod', () => {
  const answers = { firstDay: '2016-11-20', lastDay: '2017-05-14' };

  it('counts back from the month of the last answer', () => {
    expect(presetPeriod('month', answers)).toEqual({ from: '2017-05-01', to: '2017-05-31' });
    expect(presetPeriod('quarter', answers)).toEqual({ from: '2017-03-01', to: '2017-05-31' });
    expect(presetPeriod('year', answers)).toEqual({ from: '2016-06-01', to: '2017-05-31' });
  });

  it('covers everything in whole months', () => {
    expect(presetPeriod('all', answers)).toEqual({ from: '2016-11-01', to: '2017-05-31' });
  });
});
