import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ResponsesService } from '../feedback/responses.service.js';
import { SurveysService } from '../feedback/surveys.service.js';
import { ArrangedAccountsService } from '../identity/arranged-accounts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { LOG, type Log } from '../platform/log/log.js';
import { addMonths, instantIn, monthNamed } from './calendar.js';
import { colleagueEmail, colleagueFunctions } from './colleagues.js';
import { type Colleagues, DemoMap, type MadeMap } from './demo-map.js';
import { type DemoRow, DemosRepository } from './demos.repository.js';
import type { DemoBatch } from './generate.js';
import { firstMonth } from './levels.js';
import type { Story } from './story.js';
import { type DemoSurvey, demoSurveys, surveyIn } from './surveys.js';
import type { FunctionCode } from './touchpoint-facts.js';

/** Staff scored the points in the middle of this month, before what customers say of the last quarter was known. */
const scoredMonth = -5;

/** The steps of a filling: each one transaction, which does nothing when the step was done before. */
@Injectable()
export class DemoAnswers {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: DemosRepository,
    private readonly accounts: ArrangedAccountsService,
    private readonly map: DemoMap,
    private readonly surveys: SurveysService,
    private readonly responses: ResponsesService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Map, people and surveys; false when the demo is not to be filled any more. */
  prepare(actor: Actor, story: Story): Promise<boolean> {
    return this.step(actor, async (demo) => {
      if (demo.surveys !== null) return;
      const colleagues = await this.makeColleagues(actor, demo, story);
      const scoredAt = instantIn(addMonths(monthNamed(demo.lastMonth), scoredMonth), 0.5, 0.5);
      const made = await this.map.make(actor, story, colleagues, scoredAt);
      await this.repository.update({ surveys: await this.makeSurveys(actor, story, made), colleagues: [...colleagues.values()] });
    });
  }

  /** One batch of answers, the `index`th; false when the demo is not to be filled any more. */
  store(actor: Actor, batch: DemoBatch, index: number): Promise<boolean> {
    return this.step(actor, async (demo) => {
      if (index < demo.batchesDone) return;
      const surveyId = demo.surveys?.[batch.survey];
      if (surveyId === undefined) throw new Error('The demo has no surveys yet');
      const { replayed, result } = await this.responses.create(actor, `demo ${index}`, { surveyId, responses: batch.responses });
      const [refused] = result.rejected;
      if (refused !== undefined) throw new Error(`An answer of the demo is refused: ${refused.detail}`);
      const monthsDone = batch.month - firstMonth;
      if (monthsDone > demo.monthsDone && monthsDone % 6 === 0) this.log.info({ workspaceId: actor.workspaceId, monthsDone, months: 1 - firstMonth }, 'filling the demo');
      await this.repository.update({ batchesDone: index + 1, monthsDone, responses: demo.responses + (replayed ? 0 : result.accepted), error: null });
    });
  }

  private step(actor: Actor, work: (demo: DemoRow) => Promise<void>): Promise<boolean> {
    return this.unit.run(actor, async () => {
      const demo = await this.repository.lock();
      if (demo?.status !== 'filling') return false;
      await work(demo);
      return true;
    });
  }

  private async makeColleagues({ workspaceId }: Actor, { locale }: DemoRow, story: Story): Promise<Colleagues> {
    const made = new Map<FunctionCode, string>();
    for (const code of colleagueFunctions) {
      // Nobody knows these passwords, and mail to the address goes nowhere.
      const account = { email: colleagueEmail(code, workspaceId), name: story.colleagues[code], locale, password: randomBytes(32).toString('base64url') };
      const id = await this.accounts.createAccount(account);
      if (id === null) throw new Error(`The address ${account.email} is taken`);
      await this.accounts.addMember(id, 'contributor');
      made.set(code, id);
    }
    return made;
  }

  private async makeSurveys(actor: Actor, story: Story, { journeyId, touchpoints }: MadeMap): Promise<Record<DemoSurvey, string>> {
    const made: Partial<Record<DemoSurvey, string>> = {};
    for (const survey of demoSurveys) {
      const { name, kind, questions } = surveyIn(story, survey);
      const { id } = await this.surveys.create(actor, {
        name,
        kind,
        journeyId,
        questions: questions.map(({ touchpoint, ...question }) => ({ ...question, touchpointId: touchpoint === null ? null : (touchpoints.get(touchpoint) ?? null) })),
      });
      made[survey] = id;
    }
    return made as Record<DemoSurvey, string>;
  }
}
