// The built API in a process of its own; prints its address. Started by main.mjs with the database in BENCH_DATABASE.
import { createApp } from '@afferent/api/dist/create-app.js';
import { readConfig } from '@afferent/api/dist/platform/config/config.js';
import { createLog } from '@afferent/api/dist/platform/log/log.js';

const config = { ...readConfig({ LOG_LEVEL: 'silent' }), demo: false };
const app = await createApp({ config, log: createLog(config), database: JSON.parse(process.env.BENCH_DATABASE) });
await app.listen(0, '127.0.0.1');
process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
console.log(await app.getUrl());
