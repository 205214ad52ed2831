import type { Demo } from '@afferent/contracts';
import type { DemoRow } from './demos.repository.js';
import { firstMonth } from './levels.js';

/** A demo that is being removed is none any more. */
export const presentDemo = (row: DemoRow | undefined): Demo | null =>
  row === undefined || row.status === 'removing'
    ? null
    : {
        workspaceId: row.workspaceId,
        locale: row.locale,
        status: row.status,
        months: 1 - firstMonth,
        monthsDone: row.monthsDone,
        responses: row.responses,
        error: row.error,
      };
