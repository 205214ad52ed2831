import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { currentRequest } from '../http/request-context.js';
import { isUuid } from './is-uuid.js';

export interface Scope {
  readonly workspaceId: string;
  readonly userId?: string | null | undefined;
}

export interface UnitOptions {
  /** Defaults to true inside a GET, so that a read that writes fails; all statements of a read see the same moment. */
  readonly readOnly?: boolean;
}

export interface Unit {
  readonly manager: EntityManager;
  /** Null in a system unit, which sees global tables only. */
  readonly workspaceId: string | null;
  readonly userId: string | null;
}

interface OpenUnit extends Unit {
  readonly afterCommit: (() => void)[];
}

const literal = (id: string | null): string => {
  if (id === null) return `''`;
  if (!isUuid(id)) throw new Error('A unit of work needs uuids');
  return `'${id}'`;
};

/** One transaction that carries the workspace; the only way to the database. */
@Injectable()
export class UnitOfWork {
  private readonly storage = new AsyncLocalStorage<OpenUnit>();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in a transaction of this workspace. Inside an open unit of the same workspace it joins it. */
  run<T>(scope: Scope, work: () => Promise<T>, options: UnitOptions = {}): Promise<T> {
    const open = this.storage.getStore();
    if (open !== undefined) {
      if (open.workspaceId !== scope.workspaceId) throw new Error('A unit of work cannot change its workspace');
      return work();
    }
    return this.transaction(scope.workspaceId, scope.userId ?? null, work, options);
  }

  /** A transaction without a workspace: global tables and the narrow look-up functions. */
  runSystem<T>(work: () => Promise<T>, options: UnitOptions = {}): Promise<T> {
    if (this.storage.getStore() !== undefined) return work();
    return this.transaction(null, null, work, options);
  }

  /** The open unit; throws outside of one. */
  current(): Unit {
    return this.open();
  }

  /** The workspace of the open unit; throws in a system unit. */
  workspaceId(): string {
    const { workspaceId } = this.open();
    if (workspaceId === null) throw new Error('This unit of work has no workspace');
    return workspaceId;
  }

  get manager(): EntityManager {
    return this.open().manager;
  }

  /** Rows of a parameterised statement in the open unit (for INSERT, UPDATE and DELETE: what RETURNING gives). */
  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const { queryRunner } = this.open().manager;
    if (queryRunner === undefined) throw new Error('The open unit has no connection');
    const result = await queryRunner.query(sql, [...parameters], true);
    return (result.records ?? []) as T[];
  }

  /** One statement on its own, without a workspace: for look-ups that must be one round trip. */
  async read<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.dataSource.query<T[]>(sql, [...parameters]);
  }

  /** Called once the open unit has committed; never when it rolls back. */
  afterCommit(action: () => void): void {
    this.open().afterCommit.push(action);
  }

  private open(): OpenUnit {
    const unit = this.storage.getStore();
    if (unit === undefined) throw new Error('No unit of work is open');
    return unit;
  }

  private async transaction<T>(workspaceId: string | null, userId: string | null, work: () => Promise<T>, options: UnitOptions): Promise<T> {
    const readOnly = options.readOnly ?? currentRequest()?.readOnly ?? false;
    const runner = this.dataSource.createQueryRunner();
    const unit: OpenUnit = { manager: runner.manager, workspaceId, userId, afterCommit: [] };
    let result: T;
    try {
      await begin(runner, workspaceId, userId, readOnly);
      result = await this.storage.run(unit, work);
    } catch (error) {
      await abandon(runner);
      throw error;
    }
    const committed = commit(runner);
    // What was only read is as good before its transaction has ended as after, so nobody waits for that.
    if (readOnly && unit.afterCommit.length === 0) committed.catch(() => undefined);
    else await committed;
    for (const action of unit.afterCommit) action();
    return result;
  }
}

async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    await abandon(runner);
    throw error;
  }
  await runner.release();
}

async function abandon(runner: QueryRunner): Promise<void> {
  // A broken connection cannot roll back either; the first error is the one that matters.
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
  await runner.release();
}

/** BEGIN and both settings in one message; the runner is told, so that its commit and savepoints go on as usual. */
async function begin(runner: QueryRunner, workspaceId: string | null, userId: string | null, readOnly: boolean): Promise<void> {
  await runner.query(
    `begin${readOnly ? ' isolation level repeatable read read only' : ''}; select set_config('app.workspace_id', ${literal(workspaceId)}, true), set_config('app.user_id', ${literal(userId)}, true)`,
  );
  Reflect.set(runner, 'isTransactionActive', true);
  Reflect.set(runner, 'transactionDepth', 1);
}
