import { Injectable } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

/** Rows deleted in one transaction: short enough for the limits on statements and locks. */
const SLICE = 10_000;

interface Table {
  readonly name: string;
  /** Columns of the primary key; empty where there is none. */
  readonly key: readonly string[];
}

interface Reference {
  readonly child: string;
  readonly parent: string;
}

/** Removes everything a workspace has, table by table and in slices, so that even a large one needs no long transaction. */
@Injectable()
export class WorkspaceEraser {
  constructor(private readonly unit: UnitOfWork) {}

  /** Deletes all rows of the workspace, then the workspace itself together with what `alongside` does. May be repeated after it was cut off. */
  async erase(workspaceId: string, signal: AbortSignal, alongside: () => Promise<void> = async () => undefined): Promise<void> {
    // Rows that someone else adds meanwhile, for example by folding what is counted, are gone after a pass that finds none.
    for (let deleted = 1; deleted > 0; ) {
      deleted = 0;
      for (const table of await this.tablesChildrenFirst()) deleted += await this.empty(workspaceId, table, signal);
    }
    await this.unit.run({ workspaceId }, async () => {
      await this.unit.query('delete from workspaces where id = $1', [workspaceId]);
      await alongside();
    });
  }

  private async empty(workspaceId: string, { name, key }: Table, signal: AbortSignal): Promise<number> {
    const chosen = `select ${key.join(', ')} from ${name} where workspace_id = $1 limit ${SLICE}`;
    const matches = key.map((column) => `t.${column} = chosen.${column}`).join(' and ');
    const remove = key.length === 0
      ? `delete from ${name} where workspace_id = $1 returning 1`
      : `delete from ${name} t using (${chosen}) chosen where t.workspace_id = $1 and ${matches} returning 1`;
    const sql = `with gone as (${remove}) select count(*)::integer as count from gone`;
    let total = 0;
    for (let count = SLICE; count > 0; total += count) {
      signal.throwIfAborted();
      count = await this.unit.run({ workspaceId }, async () => (await this.unit.query<{ count: number }>(sql, [workspaceId]))[0]?.count ?? 0);
    }
    return total;
  }

  private async tablesChildrenFirst(): Promise<Table[]> {
    const tables = await this.unit.read<Table>(
      `select quote_ident(c.relname) as name,
          array(select quote_ident(k.attname) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
            where i.indrelid = c.oid and i.indisprimary) as key
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
    const references = await this.unit.read<Reference>(
      `select distinct quote_ident(k.conrelid::regclass::text) as child, quote_ident(k.confrelid::regclass::text) as parent from pg_constraint k
        where k.contype = 'f' and k.conrelid <> k.confrelid and k.connamespace = 'public'::regnamespace`,
    );
    const byName = new Map(tables.map((table) => [table.name, table]));
    return childrenFirst([...byName.keys()], references).flatMap((name) => byName.get(name) ?? []);
  }
}

/** Every table after all tables that refer to it. */
function childrenFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  const visit = (table: string): void => {
    if (ordered.includes(table) || !tables.includes(table)) return;
    for (const { child, parent } of references) if (parent === table) visit(child);
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}
