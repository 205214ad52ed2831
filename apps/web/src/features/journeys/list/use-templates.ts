import type { JourneyCreate } from '@afferent/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../../lib/i18n';
import { TEMPLATES, type Template } from './templates';

export interface LocalTemplate {
  key: string;
  name: string;
  stages: NonNullable<JourneyCreate['stages']>;
}

const localise = ({ key, name, stages }: Template, locale: 'en' | 'ru'): LocalTemplate => ({
  key,
  name: name[locale],
  stages: stages.map((stage) => ({
    name: stage.name[locale],
    touchpoints: stage.points.map((point) => ({ name: point[locale], leadingP: point.p })),
  })),
});

/** The templates in the language on screen. */
export const useTemplates = (): LocalTemplate[] => {
  const { locale } = useFormat();
  return useMemo(() => TEMPLATES.map((template) => localise(template, locale)), [locale]);
};
