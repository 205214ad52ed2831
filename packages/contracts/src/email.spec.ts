import { z } from 'zod';
import { emailSchema } from './email.js';

describe('emailSchema', () => {
  it.each([
    [' Anna@Example.COM ', 'anna@example.com'],
    ["o'neil+cx_1@mail.co.uk", "o'neil+cx_1@mail.co.uk"],
    ['anna@пример.рф', 'anna@xn--e1afmkfd.xn--p1ai'],
    ['anna@ПРИМЕР.РФ', 'anna@xn--e1afmkfd.xn--p1ai'],
    ['anna@xn--e1afmkfd.xn--p1ai', 'anna@xn--e1afmkfd.xn--p1ai'],
    ['anna@почта.пример.com', 'anna@xn--80a1acny.xn--e1afmkfd.com'],
    ['anna@bücher.de', 'anna@xn--bcher-kva.de'],
    ['anna@bu\u0308cher.de', 'anna@xn--bcher-kva.de'],
    ['anna@例子。中国', 'anna@xn--fsqu00a.xn--fiqs8s'],
  ])('keeps %j as %j', (given, kept) => {
    expect(emailSchema.parse(given)).toBe(kept);
    expect(emailSchema.parse(kept)).toBe(kept);
  });

  it.each([
    '', 'anna', '@example.com', 'anna@', 'anna@localhost', 'anna@рф', 'anna@@example.com', 'anna@example..com', 'anna@.example.com', 'anna@example.com.', 'anna@-example.com', 'anna@example-.com',
    'anna smith@example.com', 'anna@exa mple.com', '.anna@example.com', 'anna.@example.com', 'an..na@example.com', 'анна@пример.рф',
    'anna@127.0.0.1', 'anna@0x7f.1', 'anna@[::1]', 'anna@example.com:25', 'anna@example.com/x', 'anna@example.com?x', 'anna@exam%70le.com', 'anna@bob@пример.рф', 'anna@пример.рф\u0000',
    `anna@${'a'.repeat(64)}.com`, `anna@${'ж'.repeat(60)}.рф`, `${'a'.repeat(250)}@b.com`, `anna@${'жук.'.repeat(40)}рф`,
  ])('refuses %j', (given) => {
    expect(emailSchema.safeParse(given).success).toBe(false);
  });

  it('names the field as one with a bad format', () => {
    expect(z.object({ email: emailSchema }).safeParse({ email: 'anna@' }).error?.issues).toMatchObject([{ path: ['email'], code: 'invalid_format' }]);
  });

  it('is described as an international address', () => {
    expect(z.toJSONSchema(emailSchema, { io: 'input' })).toMatchObject({ type: 'string', maxLength: 254, format: 'idn-email' });
  });
});
