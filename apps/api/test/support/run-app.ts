import './parser-sources.js';
import { createApp } from '../../src/create-app.js';
import { readConfig } from '../../src/platform/config/config.js';
import { createLog } from '../../src/platform/log/log.js';

/** An API in a process of its own, to be killed: `node --import ./typescript.mjs run-app.ts '{"url", "options", "dataDir"}'`; prints its address. */
const { url, options, dataDir } = JSON.parse(process.argv[2] ?? '{}') as { url: string; options: string; dataDir: string };
const config = { ...readConfig({ LOG_LEVEL: 'silent' }), demo: false, dataDir };
const app = await createApp({ config, log: createLog(config), database: { url, options } });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
