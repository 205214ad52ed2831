import { DataSource } from 'typeorm';
import { appDataSource, ownerDataSource } from '../../platform/database/data-source.js';
import type { OpenDatabase } from '../../platform/database/open-database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RollupsRepository } from './rollups.repository.js';

export interface Rebuilt {
  workspaceId: string;
  wrongBefore: number;
  wrongAfter: number;
}

async function using<T>(source: DataSource, work: (source: DataSource) => Promise<T>): Promise<T> {
  await source.initialize();
  return work(source).finally(() => source.destroy());
}

/** Every workspace's id, read as the owner, who alone may see them all. */
const workspaces = (owner: OpenDatabase['owner']) =>
  using(new DataSource(ownerDataSource(owner)), async (source) => (await source.query<{ id: string }[]>('select id from workspaces order by id')).map((row) => row.id));

/** Rebuilds the roll-ups of one workspace or of all; safe beside a running application on the same database. */
export async function rebuildAll(database: Pick<OpenDatabase, 'app' | 'owner'>, only: string | undefined, tell: (done: Rebuilt) => void): Promise<void> {
  const ids = only === undefined ? await workspaces(database.owner) : [only];
  await using(new DataSource(appDataSource({ ...database.app, pool: 2 })), async (source) => {
    const unit = new UnitOfWork(source);
    const repository = new RollupsRepository(unit);
    for (const workspaceId of ids) tell({ workspaceId, ...(await unit.run({ workspaceId }, () => repository.rebuildProven(), { readOnly: false })) });
  });
}
