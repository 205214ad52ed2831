import { nameKey } from './name-key.js';

describe('nameKey', () => {
  it('ignores case, surrounding blanks and how accents are written', () => {
    expect(nameKey('  Точка Контакта\u00a0')).toBe(nameKey('точка контакта'));
    expect(nameKey('Cafe\u0301')).toBe(nameKey('CAFÉ'));
    expect(nameKey('Wi-Fi')).not.toBe(nameKey('Wi Fi'));
  });
});
