import type { Pulse } from '@afferent/contracts';
import { Button, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddressParams } from '../../lib/address-params';
import { useFormat } from '../../lib/i18n';
import { PRESETS, presetPeriod, type Preset } from '../../lib/period';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { IconActivityHeartbeat } from '../../ui/icons';
import { PageHeader } from '../../ui/page-header';
import { TilesSkeleton } from '../../ui/skeletons';
import { FunctionsTile } from './functions-tile';
import { HeadlineTile } from './headline-tile';
import { isCompared } from './movers';
import { MoversTile } from './movers-tile';
import { PriorityHint, PriorityTile } from './priority-tile';
import { pulseFacetsQuery, pulseJourneysQuery, pulseQuery } from './pulse.queries';
import styles from './pulse.module.css';
import { rankingOf } from './ranking';
import { RankingTile } from './ranking-tile';
import { StripTile } from './strip-tile';
import { TrendTile } from './trend-tile';
import { WorstTile } from './worst-tile';

const isPreset = (value: string | null): value is Preset => PRESETS.some((preset) => preset === value);

const hasFigures = (pulse: Pulse) => (pulse.strip?.stages.some((stage) => stage.cells.length > 0) ?? false) || pulse.nps != null || pulse.csi != null;

/** One month is no trend: its figure stands beside already. */
const hasTrend = (pulse: Pulse) => (pulse.trend?.points.filter((point) => point.value != null).length ?? 0) > 1;

/** The executive's one screen: where the experience stands, what moved, where it hurts and who can change it. */
export const PulsePage = () => {
  const { t } = useTranslation(['analytics', 'common']);
  const format = useFormat();
  const words = useProblemWords();
  const workspace = useWorkspace();
  const [params, setParams] = useAddressParams();
  const chosen = params.get('period');
  const preset: Preset = isPreset(chosen) ? chosen : 'quarter';

  const journeys = useQuery(pulseJourneysQuery(workspace.id));
  // Without a choice the server knows best: the journey that was answered last, not the one that was drawn last.
  const answered = useQuery({ ...pulseQuery(workspace.id, { journeyId: null, from: null, to: null }), enabled: params.get('journey') == null });
  const journeyId = params.get('journey') ?? answered.data?.journey?.id ?? journeys.data?.items[0]?.id ?? null;
  const facets = useQuery(pulseFacetsQuery(workspace.id, journeyId));
  const { firstDay, lastDay } = facets.data ?? { firstDay: null, lastDay: null };
  const period = firstDay != null && lastDay != null ? presetPeriod(preset, { firstDay, lastDay }) : { from: null, to: null };
  const hasChoice = (journeys.data?.items.length ?? 0) > 1;
  const ready = journeys.isSuccess && (params.get('journey') != null || answered.isSuccess) && (journeyId == null || facets.isSuccess);
  const pulse = useQuery({ ...pulseQuery(workspace.id, { journeyId, ...period }), enabled: ready, placeholderData: keepPreviousData });

  const set = (key: string, value: string) => setParams((now) => {
    const next = new URLSearchParams(now);
    next.set(key, value);
    return next;
  }, { replace: true });

  const failed = [journeys, answered, facets, pulse].find((query) => query.isError);
  const data = pulse.data;
  const shown = data?.from != null && data.to != null ? format.period(data.from, data.to) : '';
  const base = `/w/${workspace.id}`;
  const hasMatrix = data?.priority != null && data.strip != null;
  const hasMovers = data?.strip != null && isCompared(data.strip);

  return (
    <>
      <PageHeader
        title={t('pulse.title')}
        actions={!hasChoice && firstDay == null ? null : (
          <>
            {hasChoice ? (
              <Select
                aria-label={t('pulse.journey')} className={styles.journey} value={journeyId} onChange={(value) => value != null && set('journey', value)}
                data={(journeys.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              />
            ) : null}
            {firstDay == null ? null : (
              <Select
                aria-label={t('pulse.period')} className={styles.period} value={preset} onChange={(value) => value != null && set('period', value)}
                data={PRESETS.map((value) => ({ value, label: t(`pulse.presets.${value}`) }))}
              />
            )}
          </>
        )}
      >
        {data?.journey == null ? null : <span>{[data.journey.name, shown].filter(Boolean).join(' · ')}</span>}
      </PageHeader>
      {failed != null ? <ErrorState words={words(failed.error)} onRetry={() => void failed.refetch()} /> : null}
      {failed == null && data == null ? <TilesSkeleton label={t('common:loading')} /> : null}
      {data != null && !hasFigures(data) ? (
        <EmptyState
          icon={IconActivityHeartbeat} title={t('pulse.empty.title')}
          action={<Button component={Link} to={data.journey == null ? `${base}/journeys` : `${base}/imports/new?journey=${data.journey.id}`}>{t(data.journey == null ? 'pulse.empty.journeys' : 'pulse.empty.import')}</Button>}
        >
          {t('pulse.empty.text')}
        </EmptyState>
      ) : null}
      {data != null && data.journey != null && hasFigures(data) ? (
        <div className={styles.grid} data-headlines={data.nps != null || data.csi != null} data-trend={hasTrend(data)} data-matrix={hasMatrix} data-movers={hasMovers}>
          {data.nps == null ? null : <HeadlineTile headline={data.nps} pulse={data} base={base} />}
          {data.csi == null ? null : <HeadlineTile headline={data.csi} pulse={data} base={base} />}
          {data.trend == null || !hasTrend(data) ? null : <TrendTile trend={data.trend} pulse={data} base={base} />}
          {data.strip == null ? null : <StripTile pulse={data} strip={data.strip} base={base} />}
          <div className={styles.lists}>
            <WorstTile pulse={data} base={base} />
            {data.strip != null && hasMovers ? <MoversTile pulse={data} strip={data.strip} base={base} /> : null}
            {hasMatrix && !hasMovers ? <FunctionsTile pulse={data} base={base} /> : null}
          </div>
          {data.strip == null || data.priority == null ? null : <PriorityTile priority={data.priority} pulse={data} strip={data.strip} base={base} />}
          {hasMatrix && !hasMovers ? null : (
            <div className={styles.side}>
              <FunctionsTile pulse={data} base={base} />
              {data.strip == null || hasMatrix ? null : <PriorityHint base={base} />}
            </div>
          )}
          {data.strip == null || hasMatrix || rankingOf(data.strip).length <= data.worst.length ? null : <RankingTile pulse={data} strip={data.strip} base={base} />}
        </div>
      ) : null}
    </>
  );
};
