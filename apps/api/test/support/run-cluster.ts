import { startEmbeddedCluster } from '../../src/platform/database/cluster/embedded-cluster.js';

/** A process that holds an embedded cluster until it is killed: `node --import ./typescript.mjs run-cluster.ts FOLDER`. */
const cluster = await startEmbeddedCluster({ dataDir: process.argv[2] ?? '', log: () => undefined, fast: true });
process.once('SIGTERM', () => void cluster.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
process.stdout.write(`${cluster.superuserUrl}\n`);
