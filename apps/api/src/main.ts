import type { DemoSignIn } from './demo/first-demo.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { StartRefused } from './platform/database/cluster/start-refused.js';
import { createLog } from './platform/log/log.js';
import type { Running } from './run.js';

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

/** Ctrl+C reaches us twice where npm passes the terminal's signal on; only a later one is impatience. */
const IMPATIENCE_MS = 1_000;

/** Asked in the middle of the start, we stop as soon as it is through. */
function stopOnSignals(starting: Promise<Running>): void {
  let askedAt: number | undefined;
  const onSignal = () => {
    if (askedAt !== undefined && Date.now() - askedAt > IMPATIENCE_MS) process.exit(130);
    if (askedAt !== undefined) return;
    askedAt = Date.now();
    say('Stopping …');
    starting.then((running) => running.stop()).then(() => process.exit(0), fail);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function stopWithDatabase(running: Running): void {
  running.onDatabaseLost((error) => {
    process.stderr.write(`${error.message}\n`);
    void running.stop().finally(() => process.exit(1));
  });
}

try {
  const config = readConfig();
  const log = createLog(config);
  process.on('unhandledRejection', (error) => log.error({ error: error instanceof Error ? error.stack : String(error) }, 'unhandled rejection'));
  // The rest of the program is loaded only once the settings are known to be good.
  const starting = import('./run.js').then(({ run }) => run(config, log, say));
  stopOnSignals(starting);
  const running = await starting;
  stopWithDatabase(running);
  say(`Afferent is ready at ${running.address}`);
  if (running.demo !== null) say(demoLine(running.demo));
} catch (error) {
  fail(error);
}
