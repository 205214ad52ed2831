import { Injectable } from '@nestjs/common';
import type { Journey, JourneyCreate, Journeys, Locale, PageQuery } from '@afferent/contracts';
import { documentFromOutline, type JourneyDocument, nameKey, touchpointsOf } from '@afferent/domain';
import { WorkspacesService } from '../identity/workspaces.service.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { explained } from '../platform/database/violated-constraint.js';
import type { Actor } from '../platform/http/actor.js';
import { pageOf, valuesOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { TouchpointsService } from '../touchpoints/touchpoints.service.js';
import { presentJourney, presentSummary } from './journey.presenter.js';
import { type JourneyRow, JourneysRepository } from './journeys.repository.js';

/** The lane every new map begins with. */
export const touchpointsLaneName: Readonly<Record<Locale, string>> = { en: 'Touchpoints', ru: 'Точки контакта' };

const measured = () => new Problem(409, 'journey_measured', 'Surveys belong to this journey; delete those first');

/** Journey maps: made, read, listed and deleted here; changed only by operations. */
@Injectable()
export class JourneysService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: JourneysRepository,
    private readonly touchpoints: TouchpointsService,
    private readonly workspaces: WorkspacesService,
  ) {}

  list(actor: Actor, query: PageQuery): Promise<Journeys> {
    return this.unit.run(actor, async () => {
      const [before = null] = valuesOf(query.cursor, 1) ?? [];
      const { items, nextCursor } = pageOf(await this.repository.list(before, query.limit + 1), query.limit, (row) => [row.id]);
      return { items: items.map(presentSummary), nextCursor };
    });
  }

  get(actor: Actor, id: string): Promise<Journey> {
    return this.unit.run(actor, () => this.present(id));
  }

  create(actor: Actor, body: JourneyCreate): Promise<Journey> {
    return this.unit.run(actor, async () => {
      const id = newId();
      const document = await this.draft(body);
      await this.repository.insert(id, document, actor.userId);
      await this.repository.replacePlaces(id, touchpointsOf(document));
      return this.present(id);
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, () => explained({ surveys_journey_id_fkey: measured }, async () => {
      if (!(await this.repository.remove(id))) throw notFound();
    }));
  }

  private async draft(body: JourneyCreate): Promise<JourneyDocument> {
    const stages = body.stages ?? [];
    const ids = await this.touchpoints.ensure(stages.flatMap((stage) => stage.touchpoints ?? []));
    return documentFromOutline({
      name: body.name,
      state: body.state,
      persona: body.persona ?? null,
      owner: body.owner ?? null,
      lane: { id: newId(), kind: 'touchpoints', name: touchpointsLaneName[(await this.workspaces.current()).locale] },
      stages: stages.map((stage) => ({
        id: newId(),
        name: stage.name,
        cards: (stage.touchpoints ?? []).flatMap(({ name }) => {
          const touchpointId = ids.get(nameKey(name));
          return touchpointId === undefined ? [] : [{ id: newId(), touchpointId }];
        }),
      })),
    });
  }

  private async present(id: string): Promise<Journey> {
    const row: JourneyRow | undefined = await this.repository.find(id);
    if (row === undefined) throw notFound();
    return presentJourney(row, await this.touchpoints.byIds(touchpointsOf(row.document).map((place) => place.touchpointId)));
  }
}
