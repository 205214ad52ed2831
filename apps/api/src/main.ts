import type { DemoSignIn } from './demo/first-demo.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { StartRefused } from './platform/database/cluster/start-refused.js';
import { createLog } from './platform/log/log.js';
import { run, type Running } from './run.js';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const demoLine = ({ email, password, isNew }: DemoSignIn): string =>
  `Demo sign-in: ${email}  password: ${password}${isNew ? '  (its answers are being filled in; that takes about a minute)' : ''}`;

function fail(error: unknown): never {
  const expected = error instanceof ConfigError || error instanceof StartRefused;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

function stopOnSignals(running: Running): void {
  let asked = 0;
  const onSignal = () => {
    asked += 1;
    if (asked > 1) process.exit(130);
    say('Stopping …');
    running.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  running.onDatabaseLost((error) => {
    process.stderr.write(`${error.message}\n`);
    void running.stop().finally(() => process.exit(1));
  });
}

try {
  const config = readConfig();
  const log = createLog(config);
  process.on('unhandledRejection', (error) => log.error({ error: error instanceof Error ? error.stack : String(error) }, 'unhandled rejection'));
  const running = await run(config, log, say);
  stopOnSignals(running);
  say(`Afferent is ready at ${running.address}`);
  if (running.demo !== null) say(demoLine(running.demo));
} catch (error) {
  fail(error);
}
