const shape = /^\+?(\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,2}))?$/;
const maxDecimals = 30n;

/**
 * A response's weight as exact decimal text, greater than 0 and at most 1000; undefined when it is unusable.
 * A decimal comma is read as a point; nothing is rounded, so the check is made on the digits and not on a binary fraction.
 */
export function parseWeight(text: string): string | undefined {
  if (text.length > 64) return undefined;
  const match = shape.exec(text);
  if (!match) return undefined;
  const whole = match[1] ?? '';
  const fraction = match[2] ?? '';
  if (whole === '' && fraction === '') return undefined;
  const exponent = BigInt(match[3] ?? '0') - BigInt(fraction.length);
  const digits = BigInt(whole + fraction);
  if (digits === 0n || exponent < -maxDecimals) return undefined;
  const inRange = exponent >= 0n ? digits * 10n ** exponent <= 1000n : digits <= 1000n * 10n ** -exponent;
  return inRange ? text.replace(',', '.').replace(/^\+/, '') : undefined;
}
