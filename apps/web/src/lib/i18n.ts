import { localeSchema, type Locale } from '@afferent/contracts';
import i18next, { type BackendModule } from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { makeFormat, type Format } from './format';

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' });
const storageKey = 'afferent-language';

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (load == null) done(new Error(`No texts for ${language}/${namespace}`), null);
    else load().then((texts) => done(null, texts), (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null));
  },
};

/** Whether a language was ever chosen in this browser. */
export const hasChosenLocale = () => localStorage.getItem(storageKey) != null;

/** The language kept in this browser, else the browser's own. */
const initialLocale = (): Locale => {
  const kept = localeSchema.safeParse(localStorage.getItem(storageKey));
  if (kept.success) return kept.data;
  return navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
};

/** Loads the shell's texts; every other namespace is loaded by the first component that asks for it. */
export const startI18n = async () => {
  await i18next.use(backend).use(initReactI18next).init({
    lng: initialLocale(),
    supportedLngs: localeSchema.options,
    fallbackLng: false,
    ns: ['common'],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language;
};

/** Switches the whole interface at once and remembers the choice in this browser. */
export const setLocale = async (locale: Locale) => {
  localStorage.setItem(storageKey, locale);
  await i18next.changeLanguage(locale);
  // Of two languages chosen one after the other the second may have come first.
  document.documentElement.lang = i18next.language;
};

/** The language on screen and its number and date formats. */
export const useFormat = (): Format & { locale: Locale } => {
  const { i18n } = useTranslation();
  const locale: Locale = i18n.language === 'ru' ? 'ru' : 'en';
  return useMemo(() => ({ ...makeFormat(locale), locale }), [locale]);
};
