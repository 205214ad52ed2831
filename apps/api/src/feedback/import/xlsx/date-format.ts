const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const two = (value: number): string => String(value).padStart(2, '0');

const tokenShape = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|y+|m+|d+|h+|s+(?:\.0+)?|[\s\S]/gi;
const firstSection = (code: string): string => /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*/.exec(code)?.[0] ?? '';

const tokensOf = (code: string): string[] => firstSection(code).match(tokenShape) ?? [];
const isLiteral = (token: string): boolean => /^["\\[_*]/.test(token);

/** Whether a number format shows a date or a time of day. */
export function isDateFormat(code: string): boolean {
  if (/^general$/i.test(code.trim())) return false;
  return tokensOf(code).some((token) => !isLiteral(token) && /^(y|m|d|h|s)/i.test(token));
}

/** What a format shows: minutes are the `m` after hours or before seconds. */
function kinds(tokens: string[]): string[] {
  const kind = tokens.map((token) => (isLiteral(token) ? '' : /^[ymdhs]/i.test(token) ? (token[0] ?? '').toLowerCase() : ''));
  return kind.map((letter, index) => {
    if (letter !== 'm') return letter;
    const before = kind.slice(0, index).findLast((other) => other !== '');
    const after = kind.slice(index + 1).find((other) => other !== '');
    return before === 'h' || after === 's' ? 'minute' : 'm';
  });
}

/** A day number of a spreadsheet as an instant of UTC that stands for local time, rounded to seconds. */
const instantOf = (serial: number, date1904: boolean): Date => new Date(Math.round((serial - 25_569 + (date1904 ? 1462 : 0)) * 86_400) * 1000);

function show(token: string, kind: string, time: Date, half: boolean): string {
  const wide = token.length;
  const hour = time.getUTCHours();
  const shownHour = half ? hour % 12 || 12 : hour;
  switch (kind) {
    case 'y': return wide > 2 ? String(time.getUTCFullYear()).padStart(4, '0') : two(time.getUTCFullYear() % 100);
    case 'm': {
      const name = months[time.getUTCMonth()] ?? '';
      if (wide > 4) return name.slice(0, 1);
      return wide === 4 ? name : wide === 3 ? name.slice(0, 3) : wide === 2 ? two(time.getUTCMonth() + 1) : String(time.getUTCMonth() + 1);
    }
    case 'd': {
      const name = weekdays[time.getUTCDay()] ?? '';
      return wide > 3 ? name : wide === 3 ? name.slice(0, 3) : wide === 2 ? two(time.getUTCDate()) : String(time.getUTCDate());
    }
    case 'h': return wide > 1 ? two(shownHour) : String(shownHour);
    case 'minute': return wide > 1 ? two(time.getUTCMinutes()) : String(time.getUTCMinutes());
    case 's': return /^ss/i.test(token) ? two(time.getUTCSeconds()) : String(time.getUTCSeconds());
    default: return literalOf(token, hour);
  }
}

function literalOf(token: string, hour: number): string {
  if (/^am\/pm$/i.test(token)) return hour < 12 ? 'AM' : 'PM';
  if (/^a\/p$/i.test(token)) return hour < 12 ? 'A' : 'P';
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\') && token.length === 2) return token.slice(1);
  return /^[[_*@]/.test(token) ? '' : token;
}

/** A date cell as it is displayed, and the same date and time in ISO form, as much of it as is displayed. */
export function formatDate(serial: number, code: string, date1904: boolean): { displayed: string; exact: string } {
  const time = instantOf(serial, date1904);
  if (Number.isNaN(time.getTime())) return { displayed: String(serial), exact: '' };
  const tokens = tokensOf(code);
  const kind = kinds(tokens);
  const half = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  const displayed = tokens.map((token, index) => show(token, kind[index] ?? '', time, half)).join('').trim();
  const iso = time.toISOString();
  const clock = kind.includes('h') || kind.includes('minute') ? iso.slice(11, 19) : '';
  const date = kind.some((letter) => letter === 'y' || letter === 'm' || letter === 'd') ? iso.slice(0, 10) : '';
  return { displayed, exact: [date, clock].filter((part) => part !== '').join(' ') };
}
