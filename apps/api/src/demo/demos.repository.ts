import { Injectable } from '@nestjs/common';
import type { Locale } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DemoSurvey } from './surveys.js';

export interface DemoRow {
  readonly workspaceId: string;
  readonly locale: Locale;
  /** `yyyy-MM`, the last full month when the demo was opened. */
  readonly lastMonth: string;
  readonly createdBy: string;
  readonly status: 'filling' | 'ready' | 'removing';
  /** Survey ids, once everything but the answers is there. */
  readonly surveys: Readonly<Record<DemoSurvey, string>> | null;
  readonly colleagues: readonly string[];
  readonly batchesDone: number;
  readonly monthsDone: number;
  readonly responses: number;
  readonly error: string | null;
}

const columns = `workspace_id as "workspaceId", locale, last_month as "lastMonth", created_by as "createdBy", status, surveys, colleagues,
  batches_done as "batchesDone", months_done as "monthsDone", responses, error`;

/** The demo workspaces; everything here works in the open unit. */
@Injectable()
export class DemosRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Until the unit ends nobody else opens a demo for this user. */
  async lockUser(userId: string): Promise<void> {
    await this.unit.query(`select pg_advisory_xact_lock(hashtextextended('demo of ' || $1, 0))`, [userId]);
  }

  /** Demos this user opened and is still a member of. */
  ofUser(userId: string): Promise<DemoRow[]> {
    return this.unit.query<DemoRow>(`select ${columns} from demos_of_user($1)`, [userId]);
  }

  async insert(demo: Pick<DemoRow, 'locale' | 'lastMonth' | 'createdBy'>): Promise<void> {
    await this.unit.query(
      'insert into demos (workspace_id, locale, last_month, created_by) values ($1, $2, $3, $4)',
      [this.unit.workspaceId(), demo.locale, demo.lastMonth, demo.createdBy],
    );
  }

  async find(): Promise<DemoRow | undefined> {
    const [row] = await this.unit.query<DemoRow>(`select ${columns} from demos where workspace_id = $1`, [this.unit.workspaceId()]);
    return row;
  }

  /** As `find`, and nobody else changes it until the unit ends. */
  async lock(): Promise<DemoRow | undefined> {
    const [row] = await this.unit.query<DemoRow>(`select ${columns} from demos where workspace_id = $1 for update`, [this.unit.workspaceId()]);
    return row;
  }

  /** As `lock`, and waits for a step of the filling, which may hold the row for longer than requests wait for each other. */
  async lockAfterStep(): Promise<DemoRow | undefined> {
    await this.unit.query(`set local lock_timeout = '14s'`);
    return this.lock();
  }

  async update(change: Partial<Omit<DemoRow, 'workspaceId' | 'locale' | 'lastMonth' | 'createdBy'>>): Promise<void> {
    const columnOf = {
      status: 'status', surveys: 'surveys', colleagues: 'colleagues', batchesDone: 'batches_done', monthsDone: 'months_done',
      responses: 'responses', error: 'error',
    } as const;
    const fields = (Object.keys(columnOf) as (keyof typeof columnOf)[]).filter((field) => change[field] !== undefined);
    const values = fields.map((field) => (field === 'surveys' ? JSON.stringify(change[field]) : change[field]));
    const finished = change.status === 'ready' ? ', finished_at = now()' : '';
    await this.unit.query(
      `update demos set ${fields.map((field, index) => `${columnOf[field]} = $${index + 2}`).join(', ')}${finished} where workspace_id = $1`,
      [this.unit.workspaceId(), ...values],
    );
  }
}
