import { type Locale, localeSchema } from '@afferent/contracts';

const weightOf = (parameters: readonly string[]): number => {
  const given = parameters.map((parameter) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/i.exec(parameter)?.[1]).find((weight) => weight !== undefined);
  return given === undefined ? 1 : Number(given);
};

/** The language of ours that a browser likes best, by its `Accept-Language`; English where it names none. */
export function preferredLocale(header: string | undefined): Locale {
  const liked = (header ?? '').split(',').slice(0, 50).map((entry) => {
    const [tag = '', ...parameters] = entry.split(';');
    return { language: tag.trim().split('-')[0]?.toLowerCase(), weight: weightOf(parameters) };
  });
  const best = liked.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight).find(({ language }) => localeSchema.safeParse(language).success);
  return localeSchema.catch('en').parse(best?.language);
}
