// npm run bench -- NAME [--option value]: measurements on throw-away data; never part of npm test.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const names = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, 'main.mjs'))).map(({ name }) => name);
const [name, ...rest] = process.argv.slice(2);

const optionsOf = (words) => {
  const options = {};
  for (let index = 0; index < words.length; index += 2) {
    const key = /^--([a-z-]+)$/.exec(words[index])?.[1];
    if (key == null || words[index + 1] == null) throw new Error(`expected --option value, got ${words.slice(index).join(' ')}`);
    options[key] = words[index + 1];
  }
  return options;
};

if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
console.log('Building …');
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', join(root, 'apps/api')], { stdio: 'inherit', cwd: root });
const { run } = await import(`./${name}/main.mjs`);
try {
  process.exitCode = (await run(optionsOf(rest))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
