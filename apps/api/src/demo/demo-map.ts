import { Injectable } from '@nestjs/common';
import type { P } from '@afferent/contracts';
import { JourneysService } from '../journeys/journeys.service.js';
import { OperationsService } from '../journeys/operations.service.js';
import { FunctionsService } from '../ownership/functions.service.js';
import { newId } from '../platform/database/new-id.js';
import type { Actor } from '../platform/http/actor.js';
import { InfluenceService } from '../touchpoints/influence.service.js';
import { ScoresService } from '../touchpoints/scores.service.js';
import { TouchpointsService } from '../touchpoints/touchpoints.service.js';
import { mapCards } from './map-cards.js';
import type { Story } from './story.js';
import { functionCodes, type FunctionCode, throughOf, type TouchpointCode, type TouchpointFacts, touchpointFacts } from './touchpoint-facts.js';

/** Who stands for a function: the actor scores everything, a colleague what their own function influences. */
export type Colleagues = ReadonlyMap<FunctionCode, string>;

export interface MadeMap {
  readonly journeyId: string;
  readonly touchpoints: ReadonlyMap<TouchpointCode, string>;
}

const ps = ['people', 'process', 'product'] as const satisfies readonly P[];

/** Everything of the demo but the answers, made through the same services as anybody's; to be called inside one unit of work. */
@Injectable()
export class DemoMap {
  constructor(
    private readonly functions: FunctionsService,
    private readonly touchpoints: TouchpointsService,
    private readonly journeys: JourneysService,
    private readonly operations: OperationsService,
    private readonly influences: InfluenceService,
    private readonly scores: ScoresService,
  ) {}

  async make(actor: Actor, story: Story, colleagues: Colleagues, scoredAt: string): Promise<MadeMap> {
    const functions = await this.makeFunctions(actor, story, colleagues);
    const touchpoints = await this.makeTouchpoints(actor, story);
    const journeyId = await this.makeJourney(actor, story, touchpoints);
    for (const facts of touchpointFacts) {
      const touchpointId = touchpoints.get(facts.code) ?? '';
      await this.setInfluence(actor, touchpointId, facts, functions, colleagues);
      await this.score(actor, touchpointId, facts, colleagues, { note: story.scoreNote, scoredAt });
    }
    return { journeyId, touchpoints };
  }

  private async makeFunctions(actor: Actor, story: Story, colleagues: Colleagues): Promise<Map<FunctionCode, string>> {
    const made = new Map<FunctionCode, string>();
    for (const code of functionCodes) {
      const { id } = await this.functions.create(actor, { name: story.functions[code] });
      made.set(code, id);
      const colleague = colleagues.get(code);
      const members = [...(colleague === undefined ? [] : [colleague]), ...(code === 'CC' ? [actor.userId] : [])];
      if (members.length > 0) await this.functions.putMembers(actor, id, { userIds: members });
    }
    return made;
  }

  private async makeTouchpoints(actor: Actor, story: Story): Promise<Map<TouchpointCode, string>> {
    const made = new Map<TouchpointCode, string>();
    for (const { code, channel, leadingP, contactsPerMonth, target, momentOfTruth } of touchpointFacts) {
      const { id } = await this.touchpoints.create(actor, {
        name: story.touchpoints[code].name,
        channel: story.channels[channel],
        leadingP,
        contactsPerMonth,
        targets: target === null ? {} : { csi: target },
        momentOfTruth,
      });
      made.set(code, id);
    }
    return made;
  }

  private async makeJourney(actor: Actor, story: Story, touchpoints: ReadonlyMap<TouchpointCode, string>): Promise<string> {
    const journey = await this.journeys.create(actor, {
      ...story.journey,
      state: 'current',
      stages: story.stages.map((name, stage) => ({
        name,
        touchpoints: touchpointFacts.filter((facts) => facts.stage === stage).map(({ code }) => ({ name: story.touchpoints[code].name })),
      })),
    });
    const cards = mapCards(story, { stages: journey.stages.map(({ id }) => id), touchpoints, newId });
    const { results } = await this.operations.apply(actor, journey.id, {
      clientId: newId(),
      operations: cards.map((operation, clientSeq) => ({ ...operation, clientSeq })),
    });
    const refused = results.find(({ status }) => status !== 'applied');
    if (refused !== undefined) throw new Error(`The map refuses a card of the demo: ${refused.code ?? refused.status}`);
    return journey.id;
  }

  private async setInfluence(actor: Actor, touchpointId: string, facts: TouchpointFacts, functions: ReadonlyMap<FunctionCode, string>, colleagues: Colleagues): Promise<void> {
    const functionId = (code: FunctionCode) => functions.get(code) ?? '';
    await this.influences.put(actor, touchpointId, {
      owner: facts.owner === null ? null : { functionId: functionId(facts.owner), userId: colleagues.get(facts.owner) ?? null },
      functions: functionCodes.flatMap((code) => {
        const degree = facts.influence[code];
        return degree === undefined ? [] : [{ functionId: functionId(code), degree, through: [...throughOf(code, facts)] }];
      }),
    });
  }

  private async score(actor: Actor, touchpointId: string, { staff, influence }: TouchpointFacts, colleagues: Colleagues, about: { note: string; scoredAt: string }): Promise<void> {
    if (staff.every((level) => level === null)) return;
    const levels = Object.fromEntries(ps.map((p, index) => [p, staff[index] ?? null]));
    const authors = [actor.userId, ...[...colleagues].flatMap(([code, userId]) => (influence[code] === undefined ? [] : [userId]))];
    for (const userId of authors) await this.scores.create({ ...actor, userId }, touchpointId, { ...levels, ...about });
  }
}
