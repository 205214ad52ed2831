import { Injectable } from '@nestjs/common';
import { UnitOfWork } from './unit-of-work.js';

/** A table of a large workspace takes longer than a request may. */
const PATIENCE = `set local statement_timeout = '10min'`;

interface Reference {
  readonly child: string;
  readonly parent: string;
}

/** Removes everything a workspace has, table by table, each in a transaction of its own. */
@Injectable()
export class WorkspaceEraser {
  constructor(private readonly unit: UnitOfWork) {}

  /** Deletes all rows of the workspace, then the workspace itself together with what `alongside` does. May be repeated after it was cut off. */
  async erase(workspaceId: string, signal: AbortSignal, alongside: () => Promise<void> = async () => undefined): Promise<void> {
    // Rows that someone else adds meanwhile, for example by folding what is counted, are gone after a pass that finds none.
    for (let deleted = 1; deleted > 0; ) {
      deleted = 0;
      for (const table of await this.tablesChildrenFirst()) {
        signal.throwIfAborted();
        deleted += await this.empty(workspaceId, table);
      }
    }
    await this.unit.run({ workspaceId }, async () => {
      await this.unit.query('delete from workspaces where id = $1', [workspaceId]);
      await alongside();
    });
  }

  private empty(workspaceId: string, table: string): Promise<number> {
    return this.unit.run({ workspaceId }, async () => {
      await this.unit.query(PATIENCE);
      const [row] = await this.unit.query<{ count: number }>(
        `with gone as (delete from ${table} where workspace_id = $1 returning 1) select count(*)::integer as count from gone`,
        [workspaceId],
      );
      return row?.count ?? 0;
    });
  }

  private async tablesChildrenFirst(): Promise<string[]> {
    const tables = await this.unit.read<{ name: string }>(
      `select quote_ident(c.relname) as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
    const references = await this.unit.read<Reference>(
      `select distinct quote_ident(child.relname) as child, quote_ident(parent.relname) as parent from pg_constraint k
        join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
        where k.contype = 'f' and k.conrelid <> k.confrelid and k.connamespace = 'public'::regnamespace`,
    );
    return childrenFirst(tables.map(({ name }) => name), references);
  }
}

/** Every table after all tables that refer to it. */
function childrenFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  const unseen = new Set(tables);
  const visit = (table: string): void => {
    if (!unseen.delete(table)) return;
    for (const { child, parent } of references) if (parent === table) visit(child);
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}
