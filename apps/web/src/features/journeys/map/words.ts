import type { HeatmapMetric } from '@afferent/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../lib/format';
import { useFormat } from '../../../lib/i18n';
import type { Reading } from '../overlay/reading';

/** The texts of a card, made once for all cards so that a card only fills them in. */
export interface CardWords {
  readonly format: Format;
  value: (metric: HeatmapMetric, reading: Reading) => string;
  change: (metric: HeatmapMetric, reading: Reading) => string | null;
  answers: (count: number) => string;
  mark: Readonly<Record<'above' | 'below', string>>;
  readonly noOwner: string;
  /** For narrow columns. */
  readonly noOwnerShort: string;
  readonly notLinked: string;
  readonly momentOfTruth: string;
  readonly empty: string;
  readonly hidden: string;
  readonly tooFew: string;
  /** Staff scores by too few people to be shown. */
  readonly fewAuthors: string;
  readonly noTarget: string;
  p: Readonly<Record<'people' | 'process' | 'product', string>>;
  readonly notScored: string;
}

export const useCardWords = (): CardWords => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  return useMemo(() => ({
    format,
    value: (metric, { value }) => (value === null ? '' : format.score(metric, value)),
    change: (metric, { change }) => (change === null ? null : format.points(metric, change)),
    answers: (count) => t('card.n', { n: format.number(count) }),
    mark: { above: t('card.above'), below: t('card.below') },
    noOwner: t('card.noOwner'),
    noOwnerShort: t('card.noOwnerShort'),
    notLinked: t('card.notLinked'),
    momentOfTruth: t('card.momentOfTruth'),
    empty: t('card.empty'),
    hidden: t('card.hidden'),
    tooFew: t('card.tooFew'),
    fewAuthors: t('card.fewAuthors'),
    noTarget: t('card.noTarget'),
    p: { people: t('p.people'), process: t('p.process'), product: t('p.product') },
    notScored: t('card.notScored'),
  }), [format, t]);
};
