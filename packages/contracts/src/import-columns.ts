/** Stands for a row's number in the file wherever a template may name a column, unless a column is called so. */
export const rowNumberPlace = '#row';

/**
 * Column names made of one or more header lines. A name above several columns stands only over the first of them (merged cells), so
 * the others take it from their left when a line below names them; different parts are joined by ` / `.
 */
export const headerNames = (lines: readonly (readonly string[])[]): string[] => {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const textAt = (line: readonly string[], column: number) => (line[column] ?? '').trim();
  const spread = lines.map((line, level) => {
    let left = '';
    return Array.from({ length: width }, (_, column) => {
      const own = textAt(line, column);
      const below = lines.slice(level + 1).some((lower) => textAt(lower, column) !== '');
      left = own !== '' || below ? own || left : '';
      return left;
    });
  });
  return Array.from({ length: width }, (_, column) => [...new Set(spread.map((line) => line[column] ?? '').filter((part) => part !== ''))].join(' / '));
};

/** Names of the columns a template like `{YEAR}-{MONTH}` takes its text from, trimmed, in order. */
export const templateColumns = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => (match[1] ?? '').trim());
