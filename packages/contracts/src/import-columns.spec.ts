import { headerNames } from './import-columns.js';

describe('headerNames', () => {
  it('trims one line', () => {
    expect(headerNames([[' id ', '', 'Room']])).toEqual(['id', '', 'Room']);
  });

  it('spreads a name over the columns that the line below names, and no further', () => {
    expect(headerNames([['id', 'Rate', '', '', 'Age'], ['', 'Room', 'Bar', '', '']])).toEqual(['id', 'Rate / Room', 'Rate / Bar', '', 'Age']);
  });

  it('says equal parts once', () => {
    expect(headerNames([['NPS', 'Room'], ['NPS', 'Clean']])).toEqual(['NPS', 'Room / Clean']);
  });
});
