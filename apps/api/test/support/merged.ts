import { RollupsService } from '../../src/feedback/rollups.service.js';
import type { TestApp } from './test-app.js';
import { until } from './until.js';

/** Folds all deltas of a workspace into its cells: where the application's own merger has the place, once that is done. */
export async function merged({ app, database }: TestApp, workspaceId: string): Promise<void> {
  const waiting = async () => {
    await app.get(RollupsService).merge(workspaceId);
    return (await database.query<{ count: number }>('select count(*)::int as count from rollup_deltas where workspace_id = $1', [workspaceId]))[0]?.count;
  };
  await until(waiting, (count) => count === 0);
}
