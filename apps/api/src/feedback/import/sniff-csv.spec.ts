import { sniffCsv } from './sniff-csv.js';

const none = new Set<string>();
const sniff = (text: string | Buffer, given = {}, wanted: ReadonlySet<string> = none) => sniffCsv(Buffer.from(text), given, wanted);

describe('sniffCsv', () => {
  it.each([['a,b,c\n1,2,3\n', ','], ['a;b;c\n1,5;2,5;3,5\n', ';'], ['a\tb\n"1;2;3,4"\t2\n', '\t'], ['a|b\n1,5|2\n', '|'], ['only\n1\n2\n', ',']])('finds the delimiter of %j', (text, delimiter) => {
    expect(sniff(text).delimiter).toBe(delimiter);
  });

  it('prefers the delimiter that gives the columns one looks for', () => {
    const text = 'id;a,b,c,d\n1;x,y,z,w\n';
    expect(sniff(text).delimiter).toBe(',');
    expect(sniff(text, {}, new Set(['id'])).delimiter).toBe(';');
    expect(sniff(text, { delimiter: '\t' }).delimiter).toBe('\t');
  });

  it('tells UTF-8 from windows-1251 and lets a byte order mark rule', () => {
    const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a]);
    expect(sniff('Привет\n')).toMatchObject({ encoding: 'utf-8', notices: [] });
    expect(sniff(cyrillic)).toMatchObject({ encoding: 'windows-1251', notices: [{ code: 'read_as_windows_1251' }] });
    expect(sniff(cyrillic, { encoding: 'utf-8' })).toMatchObject({ encoding: 'utf-8', notices: [] });
    expect(sniff('\ufeffПривет\n', { encoding: 'windows-1251' })).toMatchObject({ encoding: 'utf-8', notices: [{ code: 'read_as_utf8' }] });
    expect(sniff(Buffer.concat([Buffer.from('Привет, '), Buffer.from([0xcf])])).encoding).toBe('utf-8');
  });

  it('refuses the DOS encoding of Cyrillic, which read as windows-1251 would be stored as rubbish', () => {
    const dos = Buffer.from([0x8f, 0xe0, 0xa8, 0xa2, 0xa5, 0xe2, 0x2c, 0x20, 0x8c, 0xae, 0xe1, 0xaa, 0xa2, 0xa0, 0x0a]);
    const quoted = Buffer.concat([Buffer.from([0x93]), Buffer.from([0xcf, 0xf0, 0xe8]), Buffer.from([0x94, 0x97, 0xa0, 0xab])]);
    expect(() => sniff(dos)).toThrow(/neither in UTF-8 nor in windows-1251/);
    expect(sniff(dos, { encoding: 'windows-1251' }).encoding).toBe('windows-1251');
    expect(sniff(quoted).encoding).toBe('windows-1251');
  });

  it('is not misled by titles above the header', () => {
    expect(sniff('Survey of guests, May 2026\n\nid;date;Room\n1;01.05.2026;5\n2;02.05.2026;4\n').delimiter).toBe(';');
    expect(sniff('Опрос\nid;Вес;Касса\n1;0,5;5\n2;1,2;4\n').delimiter).toBe(';');
  });

  it('refuses UTF-16 and archives with words that help', () => {
    expect(() => sniff(Buffer.from('\ufeffa,b', 'utf16le'))).toThrow(/UTF-16/);
    expect(() => sniff(Buffer.from('Номер;Оценка\n1;5\n2;4\n', 'utf16le'))).toThrow(/UTF-16/);
    expect(() => sniff('PK\u0003\u0004rest')).toThrow(/xlsx/);
  });
});
