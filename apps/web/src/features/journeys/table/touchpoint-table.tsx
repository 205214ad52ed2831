import type { JourneyTouchpoint } from '@afferent/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { IconTable } from '../../../ui/icons';
import { InspectorSheet } from '../inspector/inspector-sheet';
import { useMap, useMapState } from '../map/map-context';
import { ChangeFigure, ThreePFigure } from './table-figures';
import { againstPeriod } from '../overlay/against';
import type { Overlay } from '../overlay/overlay-url';
import { isStaffMetric } from '../overlay/staff-metric';
import type { Heat } from '../overlay/use-heat';
import type { UpdateOverlay } from '../overlay/use-overlay';
import styles from './table.module.css';

interface TouchpointTableProps {
  heat: Heat;
  overlay: Overlay;
  update: UpdateOverlay;
  isPhone: boolean;
  onOpen: (touchpointId: string) => void;
}

/** The map's touchpoints and figures as a table: the same data for eyes, ears and keyboards. */
export const TouchpointTable = ({ heat, overlay, update, isPhone, onOpen }: TouchpointTableProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { touchpoints } = useMap();
  const { document } = useMapState();
  const rows = useMemo(() => [...touchpoints.values()], [touchpoints]);
  const opened = overlay.touchpointId === null ? undefined : touchpoints.get(overlay.touchpointId);
  const stageOrder = new Map(document.stages.map(({ id }, index) => [id, index]));
  const stageName = new Map(document.stages.map(({ id, name }) => [id, name]));
  const { metric, readings, scale, comparePeriod } = heat;
  const of = ({ id }: JourneyTouchpoint) => readings.get(id);
  const none = <span className={styles.none}>{t('table.none')}</span>;
  const against = comparePeriod === null ? t('compare.target') : t('compare.against', { period: againstPeriod(format, comparePeriod) });
  const hasChange = overlay.comparison !== 'none';

  const stage: Column<JourneyTouchpoint> = { key: 'stage', header: t('table.stage'), sortBy: ({ stageId }) => stageOrder.get(stageId) ?? null, cell: ({ stageId }) => stageName.get(stageId) ?? none };
  const others: Column<JourneyTouchpoint>[] = [
    { key: 'name', header: t('table.touchpoint'), sortBy: ({ name }) => name, cell: ({ id, name }) => <button type="button" className={styles.name} onClick={() => onOpen(id)}>{name}</button> },
    {
      key: 'value', header: t(`metric.${metric}.name`), align: 'end', sortBy: (row) => of(row)?.value ?? null,
      cell: (row) => {
        const reading = of(row);
        if (reading?.value == null) return none;
        return <span className={styles.value}><i aria-hidden style={reading.position === null || scale === null ? {} : { background: scale.colour(reading.position) }} />{format.score(metric, reading.value)}</span>;
      },
    },
    { key: 'interval', header: t('fact.interval'), align: 'end', cell: (row) => { const cell = of(row)?.cell; return cell?.ciLow == null || cell.ciHigh === null ? none : format.range(metric, cell.ciLow, cell.ciHigh); } },
    { key: 'n', header: t(isStaffMetric(metric) ? 'fact.authors' : 'fact.answers'), align: 'end', sortBy: (row) => of(row)?.cell.n ?? null, cell: (row) => format.number(of(row)?.cell.n ?? 0) },
    { key: 'status', header: t('table.status'), sortBy: (row) => of(row)?.cell.status ?? null, cell: (row) => { const cell = of(row)?.cell; return cell === undefined ? none : t(cell.status === 'no_data' && isStaffMetric(metric) ? 'table.notScored' : `table.statusOf.${cell.status}`); } },
    { key: 'mark', header: t('table.against'), sortBy: (row) => of(row)?.cell.difference ?? null, cell: (row) => {
      const cell = of(row)?.cell;
      if (cell?.difference == null) return none;
      const points = format.points(metric, cell.difference);
      return cell.marked && cell.significant !== null ? <b>{t(`table.${cell.significant}`, { points })}</b> : points;
    } },
    ...(hasChange ? [{
      key: 'change', header: against, align: 'end' as const,
      sortBy: (row: JourneyTouchpoint) => of(row)?.change ?? null,
      cell: (row: JourneyTouchpoint) => <ChangeFigure label={`${row.name}, ${against}`} metric={metric} reading={of(row)} none={none} />,
    }] : []),
    { key: 'threeP', header: t('metric.threeP.name'), align: 'end', sortBy: ({ threeP }) => threeP.composite, cell: (row) => <ThreePFigure touchpoint={row} none={none} /> },
    { key: 'weakest', header: t('table.weakest'), sortBy: ({ threeP }) => threeP.weakest, cell: ({ threeP }) => (threeP.weakest === null ? none : t(`p.${threeP.weakest}`)) },
    { key: 'owner', header: t('table.owner'), sortBy: ({ owner }) => owner?.functionName ?? null, cell: ({ owner }) => owner?.functionName ?? <span className={styles.nobody}>{t('card.noOwner')}</span> },
  ];

  if (rows.length === 0) return <EmptyState icon={IconTable} title={t('table.empty')}>{t('table.emptyText')}</EmptyState>;
  return (
    <div className={styles.table}>
      <DataTable caption={t('table.caption', { name: document.name })} columns={isPhone ? [...others, stage] : [stage, ...others]} rows={rows} rowKey={({ id }) => id} locale={format.locale} />
      <InspectorSheet touchpoint={opened} heat={heat} overlay={overlay} update={update} isWhole={isPhone} />
    </div>
  );
};
