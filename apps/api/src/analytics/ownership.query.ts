import { Injectable } from '@nestjs/common';
import type { JourneyOwnership, OwnershipQuery as OwnershipParameters } from '@afferent/contracts';
import { figureFrom } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JourneyMapQuery, type AskedMap } from './journey-map.query.js';
import { MeasurementsQuery } from './measurements.query.js';
import { ownershipFigures } from './ownership-figures.js';

interface InfluenceRow {
  readonly touchpointId: string;
  readonly ownerFunctionId: string | null;
  readonly ownerUserId: string | null;
  readonly influences: readonly { readonly functionId: string; readonly degree: number; readonly name: string }[];
}

/** `GET …/journeys/{journeyId}/ownership` (A18). */
@Injectable()
export class OwnershipQuery {
  constructor(private readonly unit: UnitOfWork, private readonly maps: JourneyMapQuery, private readonly measurements: MeasurementsQuery) {}

  async run(journeyId: string, query: OwnershipParameters): Promise<JourneyOwnership> {
    return this.of(await this.maps.asked(journeyId), query);
  }

  async of(journey: AskedMap, { metric, weights, from, to }: OwnershipParameters): Promise<JourneyOwnership> {
    const { touchpoints } = journey;
    const touchpointIds = touchpoints.map(({ id }) => id);
    const { now } = await this.measurements.ofJourney(journey, metric, { from: from ?? null, to: to ?? null }, {});
    const rows = new Map((await this.influences(touchpointIds)).map((row) => [row.touchpointId, row]));
    const names = new Map([...rows.values()].flatMap(({ influences }) => influences.map(({ functionId, name }) => [functionId, name])));
    const points = touchpoints.map(({ id, targets, importance, contactsPerMonth }) => {
      const { value, n } = figureFrom(now.touchpoints.get(id) ?? null);
      const row = rows.get(id);
      const owner = row?.ownerFunctionId == null ? null : { functionId: row.ownerFunctionId, userId: row.ownerUserId };
      return { id, value, n, target: targets[metric] ?? null, importance, contactsPerMonth, owner, influences: row?.influences ?? [] };
    });
    return { metric, from: now.period.from, to: now.period.to, ...ownershipFigures(points, names, weights) };
  }

  private influences(touchpointIds: readonly string[]): Promise<InfluenceRow[]> {
    return this.unit.query<InfluenceRow>(
      `select t.id as "touchpointId", o.function_id as "ownerFunctionId", o.user_id as "ownerUserId",
              coalesce(jsonb_agg(jsonb_build_object('functionId', f.id, 'degree', i.degree, 'name', f.name) order by i.position, f.id) filter (where f.id is not null), '[]') as influences
         from touchpoints t
         left join touchpoint_owners o on o.workspace_id = t.workspace_id and o.touchpoint_id = t.id
         left join touchpoint_influences i on i.workspace_id = t.workspace_id and i.touchpoint_id = t.id
         left join functions f on f.workspace_id = i.workspace_id and f.id = i.function_id
        where t.workspace_id = $1 and t.id = any($2::uuid[])
        group by t.id, o.function_id, o.user_id`,
      [this.unit.workspaceId(), touchpointIds],
    );
  }
}
