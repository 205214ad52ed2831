import { Injectable } from '@nestjs/common';
import type { CurrentThreeP, PageQuery, Score, ScoreCreate, Scores } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { pageOf, valuesOf } from '../platform/http/cursor.js';
import { notFound, unprocessable } from '../platform/http/problem.js';
import { presentScore, presentThreeP } from './score.presenter.js';
import { ScoresRepository } from './scores.repository.js';
import { TouchpointsRepository } from './touchpoints.repository.js';

/** Clocks of clients may be this much ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

const momentOf = (scoredAt: string | undefined): Date => {
  const now = Date.now();
  const given = scoredAt === undefined ? now : Date.parse(scoredAt);
  if (given > now + CLOCK_SKEW_MS) throw unprocessable('scored_in_future', 'A score cannot be dated in the future');
  return new Date(Math.min(given, now));
};

/** 3P scores by staff: every one is kept, the current state follows from the latest of each author. */
@Injectable()
export class ScoresService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: ScoresRepository,
    private readonly touchpoints: TouchpointsRepository,
  ) {}

  create(actor: Actor, touchpointId: string, body: ScoreCreate): Promise<Score> {
    return this.unit.run(actor, async () => {
      if ((await this.touchpoints.held([touchpointId])).size === 0) throw notFound();
      if (body.people == null && body.process == null && body.product == null) throw unprocessable('no_score', 'Score at least one of people, process and product');
      const row = await this.repository.insert(touchpointId, actor.userId, body, momentOf(body.scoredAt));
      if (row === undefined) throw notFound();
      return presentScore(row);
    });
  }

  list(actor: Actor, touchpointId: string, query: PageQuery): Promise<Scores> {
    return this.unit.run(actor, async () => {
      const [touchpoint] = await this.touchpoints.byIds([touchpointId]);
      if (touchpoint === undefined) throw notFound();
      const rows = await this.repository.list(touchpoint.id, valuesOf(query.cursor, 2), query.limit + 1);
      const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.scoredAtText, row.id]);
      const current = await this.currentOf([touchpoint.id]);
      return { items: items.map(presentScore), nextCursor, current: current(touchpoint.id) };
    });
  }

  /** For a feature's own unit of work: the current 3P by touchpoint id. */
  async currentOf(touchpointIds: readonly string[]): Promise<(touchpointId: string) => CurrentThreeP> {
    const rows = touchpointIds.length === 0 ? [] : await this.repository.currentLevels(touchpointIds);
    const levels = new Map(rows.map((row) => [`${row.touchpointId} ${row.p}`, row.levels]));
    return (touchpointId) => presentThreeP((p) => levels.get(`${touchpointId} ${p}`) ?? []);
  }
}
