import { CompareChoice } from './compare-choice';
import { FacetChoice } from './facet-choice';
import { MetricChoice } from './metric-choice';
import styles from './overlay.module.css';
import type { Overlay } from './overlay-url';
import { PeriodChoice } from './period-choice';
import { isStaffMetric } from './staff-metric';
import type { Heat } from './use-heat';
import type { UpdateOverlay } from './use-overlay';

export interface FiltersProps {
  heat: Heat;
  overlay: Overlay;
  update: UpdateOverlay;
}

/** The five choices that decide what the map shows. */
export const Filters = ({ heat, overlay, update }: FiltersProps) => (
  <div className={styles.filters}>
    <MetricChoice metric={overlay.metric ?? heat.metric} asked={heat.facets?.metrics ?? []} onChange={(metric) => update({ metric })} />
    <PeriodChoice period={heat.period} isStaff={isStaffMetric(heat.metric)} isChosen={overlay.period !== null} answers={heat.facets ?? { firstDay: null, lastDay: null }} onChange={(period) => update({ period })} />
    <CompareChoice comparison={overlay.comparison} period={heat.period} hasTargets={heat.heatmap?.cells.some(({ target }) => target !== null) ?? false} onChange={(comparison) => update({ comparison })} />
    {isStaffMetric(heat.metric) ? null : (
      <>
        <FacetChoice kind="segment" value={overlay.segment} labels={heat.facets?.segments ?? []} onChange={(segment) => update({ segment })} />
        <FacetChoice kind="channel" value={overlay.channel} labels={heat.facets?.channels ?? []} onChange={(channel) => update({ channel })} />
      </>
    )}
  </div>
);
