/** Text as it may stand between tags and inside attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A name or piece of code. */
export const code = (text: string): string => `<code>${escaped(text)}</code>`;

/** A sentence in which code stands between backticks. */
export const prose = (text: string): string => text.split('`').map((part, index) => (index % 2 === 0 ? escaped(part) : code(part))).join('');

/** A place on the page to link to, made of any text. */
export const anchor = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '-');

/** The place of a named type. It lies inside what opens and closes, so that browsers open that on the way. */
export const schemaAnchor = (name: string): string => `type-${anchor(name)}`;
