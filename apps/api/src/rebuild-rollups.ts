import { rebuildAll } from './feedback/rollups/rebuild-all.js';
import { readConfig } from './platform/config/config.js';
import { openDatabase } from './platform/database/open-database.js';

/** `node dist/rebuild-rollups.js [workspaceId]`: counts all roll-ups anew from the raw answers and proves that they are equal. */
try {
  const database = await openDatabase(readConfig(), () => undefined);
  try {
    await rebuildAll(database, process.argv[2], ({ workspaceId, wrongBefore, wrongAfter }) => {
      process.stdout.write(`${workspaceId}: ${wrongBefore} cells differed from the answers, now ${wrongAfter}\n`);
      if (wrongAfter > 0) process.exitCode = 1;
    });
  } finally {
    await database.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
