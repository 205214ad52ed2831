import { Inject, Injectable } from '@nestjs/common';
import { type Scope, UnitOfWork } from '../database/unit-of-work.js';
import { notFound } from './problem.js';

/** The table of each record that a path may name, by the parameter's name; `key` is its column, `id` by default. */
export type RecordTables = Readonly<Record<string, { readonly table: string; readonly key?: string }>>;

export const RECORD_TABLES = Symbol('record tables');

/** Looks, before the body is read, whether the records in a path exist in the workspace. */
@Injectable()
export class PathRecords {
  constructor(
    private readonly unit: UnitOfWork,
    @Inject(RECORD_TABLES) private readonly tables: RecordTables,
  ) {}

  /** Throws the one 404 when any of them does not. */
  async require(scope: Scope, parameters: Readonly<Record<string, string | undefined>>): Promise<void> {
    const named = Object.entries(parameters).flatMap(([name, id]) => {
      const place = this.tables[name];
      return place === undefined ? [] : [{ ...place, id }];
    });
    if (named.length === 0) return;
    const tests = named.map(({ table, key = 'id' }, index) => `exists (select 1 from ${table} where workspace_id = $1 and ${key} = $${index + 2})`);
    const [row] = await this.unit.run(scope, () => this.unit.query<{ found: boolean }>(`select ${tests.join(' and ')} as found`, [scope.workspaceId, ...named.map(({ id }) => id)]), { readOnly: true });
    if (row?.found !== true) throw notFound();
  }
}
