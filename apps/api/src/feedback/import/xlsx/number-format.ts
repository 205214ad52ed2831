/** The format codes behind the numbers that spreadsheets build in; those that depend on the reader's country are shown as ISO dates. */
export const builtInFormats: Record<number, string> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: 'yyyy-mm-dd', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy',
  18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy-mm-dd hh:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss', 49: '@',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy-mm-dd'])),
};

const general = (value: number): string => String(Number(value.toPrecision(15)));

/** Sections of a format: for positive, negative and zero values, cut outside of quotes. */
const sections = (code: string): string[] => code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/g) ?? [''];

interface Pattern {
  before: string;
  after: string;
  minWhole: number;
  minDecimals: number;
  maxDecimals: number;
  scale: number;
  digits: boolean;
}

function patternOf(section: string): Pattern | undefined {
  const found: Pattern = { before: '', after: '', minWhole: 0, minDecimals: 0, maxDecimals: 0, scale: 1, digits: false };
  let decimals = false;
  const literal = (text: string) => {
    if (found.digits) found.after += text;
    else found.before += text;
  };
  for (const [part] of section.matchAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[\s\S]/g)) {
    if (part.startsWith('"')) literal(part.slice(1, -1));
    else if (part.startsWith('\\')) literal(part.slice(1));
    else if (part.startsWith('[')) {
      if (/^\[[<>=]/.test(part)) return undefined;
      literal(/^\[\$([^\]-]*)/.exec(part)?.[1] ?? '');
    } else if (part === '0' || part === '#' || part === '?') {
      found.digits = true;
      if (decimals) {
        found.maxDecimals++;
        if (part === '0') found.minDecimals = found.maxDecimals;
      } else if (part === '0' || found.minWhole > 0) found.minWhole++;
    } else if (part === '.') decimals = true;
    else if (part === '%') {
      found.scale *= 100;
      literal('%');
    } else if (/^[_*]/.test(part) && part.length === 2) continue;
    else if (part === ',') {
      if (/^,+(?:[^0#?]*$)/.test(section.slice(section.lastIndexOf('0') + 1)) && found.digits) found.scale /= 1000;
    } else if (/[/eE@a-z]/i.test(part)) return undefined;
    else literal(part);
  }
  return found;
}

/** A number as the sheet displays it, without thousands separators; formats too special to imitate give the plain number. */
export function formatNumber(value: number, code: string): string {
  const parts = sections(code);
  const place = value < 0 && parts.length > 1 ? 1 : value === 0 && parts.length > 2 ? 2 : 0;
  const section = parts[place] ?? '';
  if (/^general$/i.test(section.trim())) return general(value);
  const pattern = patternOf(section);
  if (!pattern) return general(value);
  if (!pattern.digits) return pattern.before.trim();
  const shown = Math.abs(Number((value * pattern.scale).toPrecision(15)));
  if (shown >= 1e21) return general(value);
  const [whole = '', fraction = ''] = shown.toFixed(Math.min(pattern.maxDecimals, 20)).split('.');
  const kept = fraction.replace(new RegExp(`0{0,${pattern.maxDecimals - pattern.minDecimals}}$`), '');
  const sign = value < 0 && place === 0 && /[1-9]/.test(whole + fraction) ? '-' : '';
  return (pattern.before + sign + whole.padStart(pattern.minWhole, '0') + (kept === '' ? '' : `.${kept}`) + pattern.after).trim();
}
