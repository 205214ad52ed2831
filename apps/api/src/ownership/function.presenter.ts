import type { WorkspaceFunction } from '@afferent/contracts';
import type { FunctionRow } from './functions.repository.js';

export const presentFunction = (row: FunctionRow): WorkspaceFunction => ({ id: row.id, name: row.name, userIds: [...row.userIds] });
