const browsers = [['Edg/', 'Edge'], ['YaBrowser/', 'Yandex Browser'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['Linux', 'Linux']] as const;

const firstIn = (text: string, table: readonly (readonly [string, string])[]) => table.find(([mark]) => text.includes(mark))?.[1];

/** `Chrome · Windows` from a browser's self-description; null when nothing in it is known. The order matters: most browsers also call themselves Chrome or Safari. */
export const browserName = (userAgent: string): string | null => {
  const parts = [firstIn(userAgent, browsers), firstIn(userAgent, systems)].filter((part) => part != null);
  return parts.length === 0 ? null : parts.join(' · ');
};
