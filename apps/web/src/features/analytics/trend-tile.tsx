import type { Pulse } from '@afferent/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, ComposedChart, Line, ReferenceDot, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import { ChartTable, TableToggle } from './chart-table';
import { mapLink } from './map-link';
import styles from './pulse.module.css';
import { trendFinding, type TrendFinding } from './trend-finding';

type Trend = NonNullable<Pulse['trend']>;
type Compared = Exclude<TrendFinding, { kind: 'measure' }>;
interface Row { month: string; value: number | null; band: [number, number] | null; n: number; status: Trend['points'][number]['status'] }

const DIRECTIONS = { rose: 'up', fell: 'down', flat: 'flat' } as const;

const rowsOf = (trend: Trend): Row[] => trend.points.map((point) => ({
  month: point.from,
  value: point.value,
  band: point.ciLow == null || point.ciHigh == null ? null : [point.ciLow, point.ciHigh],
  n: point.n,
  status: point.status,
}));

const TrendTooltip = ({ row, metric }: { row: Row; metric: Trend['metric'] }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  return (
    <div className={styles.tooltip}>
      <strong>{format.month(row.month)}</strong>
      {row.value == null ? <span>{t(`status.${row.status}`)}</span> : <span>{format.score(metric, row.value)}{row.band == null ? '' : ` · ${format.interval(metric, ...row.band)}`}</span>}
      <span className="muted">{t('answers', { count: row.n, n: format.number(row.n) })}</span>
    </div>
  );
};

const TrendTable = ({ rows, metric }: { rows: readonly Row[]; metric: Trend['metric'] }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  return (
    <ChartTable
      caption={t('pulse.trend.table')} heads={[t('month'), t(`metrics.${metric}`), t('interval'), 'n']}
      rows={rows.map((row) => ({
        key: row.month,
        cells: [
          format.month(row.month), row.value == null ? t(`status.${row.status}`) : format.score(metric, row.value),
          row.band == null ? '—' : format.range(metric, ...row.band), format.number(row.n),
        ],
      }))}
    />
  );
};

/** By how much the last month differs from the first; what proves it or does not is one hover away. */
const TrendChange = ({ finding: { kind, first, last, difference, low, high }, metric }: { finding: Compared; metric: Trend['metric'] }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const answersOf = (point: Compared['first']) => `${format.month(point.from)}: ${t('answers', { count: point.n, n: format.number(point.n) })}`;
  return (
    <span className={styles.change} data-direction={DIRECTIONS[kind]}>
      <Figure
        size="small" label={`${t('pulse.change')}, ${format.period(first.from, last.to)}`} value={format.points(metric, difference)}
        details={[format.interval(metric, low, high), answersOf(first), answersOf(last)].join(' · ')}
      />
    </span>
  );
};

/** Thirteen months with their interval as a band; the same as a table behind a button. */
export const TrendTile = ({ trend, pulse, base }: { trend: Trend; pulse: Pulse; base: string }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const rows = rowsOf(trend);
  const { metric } = trend;
  const finding = trendFinding(trend.points);
  const last = rows.findLast((row) => row.value != null);
  const title = t(`pulse.trend.${finding.kind}`, {
    metric: t(`metrics.${metric}`), ...(finding.kind === 'measure' ? {} : { first: format.month(finding.first.from), last: format.month(finding.last.from), period: format.period(finding.first.from, finding.last.to) }),
  });

  return (
    <Tile
      title={title} to={mapLink(base, pulse, metric)} className={styles.trend}
      aside={(
        <span className={styles.trendAside}>
          {finding.kind === 'measure' ? null : <TrendChange finding={finding} metric={metric} />}
          <TableToggle asTable={asTable} onToggle={() => setAsTable((now) => !now)} />
        </span>
      )}
    >
      {asTable ? <TrendTable rows={rows} metric={metric} /> : (
        <div className={styles.chart} role="img" aria-label={title}>
          <ResponsiveContainer width="100%" height="100%">
            <ComposedChart data={rows} margin={{ top: 14, right: 18, bottom: 0, left: 0 }} accessibilityLayer={false}>
              <XAxis dataKey="month" tickFormatter={format.monthShort} tick={{ fill: 'var(--muted)', fontSize: 11 }} tickLine={false} axisLine={{ stroke: 'var(--line)' }} interval="preserveStartEnd" minTickGap={14} />
              <YAxis width={34} domain={['auto', 'auto']} tickCount={4} tick={{ fill: 'var(--muted)', fontSize: 11 }} tickLine={false} axisLine={false} tickFormatter={(value: number) => format.number(value)} />
              <Tooltip isAnimationActive={false} cursor={{ stroke: 'var(--line-strong)' }} content={({ payload }) => {
                const row = payload?.[0]?.payload as Row | undefined;
                return row == null ? null : <TrendTooltip row={row} metric={metric} />;
              }} />
              <Area dataKey="band" stroke="none" fill="var(--accent)" fillOpacity={0.16} isAnimationActive={false} connectNulls={false} activeDot={false} />
              <Line dataKey="value" stroke="var(--accent)" strokeWidth={2} isAnimationActive={false} connectNulls={false} dot={rows.filter((row) => row.value != null).length < 3 ? { r: 3, fill: 'var(--accent)' } : false} />
              {last?.value == null ? null : (
                <ReferenceDot x={last.month} y={last.value} r={3.5} fill="var(--accent)" stroke="var(--surface)" label={{ value: format.score(metric, last.value), position: 'top', fill: 'var(--text)', fontSize: 12, fontWeight: 600 }} />
              )}
            </ComposedChart>
          </ResponsiveContainer>
        </div>
      )}
    </Tile>
  );
};
