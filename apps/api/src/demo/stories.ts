import type { Locale } from '@afferent/contracts';
import { storyEn } from './story-en.js';
import { storyRu } from './story-ru.js';
import type { Story } from './story.js';

const stories: Record<Locale, Story> = { en: storyEn, ru: storyRu };

export const storyIn = (locale: Locale): Story => stories[locale];
