// Proves that lint enforces the import table: each line below breaks one row of it on purpose and must be refused, each allowed line must pass.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const refused = [
  ['packages/domain/src/metrics/x.ts', 'zod'],
  ['packages/domain/src/metrics/x.ts', '@afferent/contracts'],
  ['packages/domain/src/metrics/x.ts', 'node:fs'],
  ['packages/contracts/src/x.ts', '@nestjs/common'],
  ['apps/api/src/platform/http/x.ts', '../../journeys/journeys.service.js'],
  ['apps/api/src/feedback/x.ts', '../journeys/journeys.repository.js'],
  ['apps/api/src/feedback/import/x.ts', '../../touchpoints/touchpoint.entity.js'],
  ['apps/api/src/feedback/x.ts', '../journeys/journeys.module.js'],
  ['apps/api/src/feedback/x.ts', '../app.module.js'],
  ['apps/api/src/feedback/x.ts', 'pg'],
  ['apps/api/src/feedback/x.ts', '@afferent/web'],
  ['apps/web/src/ui/x.tsx', '@afferent/contracts'],
  ['apps/web/src/ui/x.tsx', '../lib/format'],
  ['apps/web/src/lib/x.ts', '../features/journeys/journey-page'],
  ['apps/web/src/lib/x.ts', '@afferent/domain'],
  ['apps/web/src/features/journeys/x.tsx', '../feedback/import-page'],
  ['apps/web/src/features/journeys/x.tsx', '../../app/router'],
  ['apps/web/src/app/x.tsx', '@afferent/api'],
];
const allowed = [
  ['packages/contracts/src/x.ts', '@afferent/domain'],
  ['apps/api/src/feedback/x.ts', '../journeys/journeys.service.js'],
  ['apps/api/src/feedback/feedback.module.ts', '../journeys/journeys.module.js'],
  ['apps/api/src/feedback/x.ts', '../platform/database/unit-of-work.js'],
  ['apps/api/src/journeys/x.ts', '@afferent/domain'],
  ['apps/web/src/features/journeys/x.tsx', '../../ui/tile'],
  ['apps/web/src/features/journeys/x.tsx', '../../lib/api'],
  ['apps/web/src/app/x.tsx', '../features/journeys/journey-page'],
];

const passes = ([file, specifier]) => {
  const folder = mkdtempSync(join(tmpdir(), 'import-table-'));
  try {
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import { thing } from '${specifier}';\nexport const other = thing;\n`);
    execFileSync(join(root, 'node_modules/.bin/oxlint'), ['.'], { cwd: folder, stdio: 'pipe' });
    return true;
  } catch (error) {
    if (error.status !== 1 || !String(error.stdout).includes('no-restricted-imports')) throw error;
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const wrong = [
  ...refused.filter(passes).map(([file, specifier]) => `lint lets ${file} import ${specifier}`),
  ...allowed.filter((row) => !passes(row)).map(([file, specifier]) => `lint refuses that ${file} imports ${specifier}`),
];
for (const line of wrong) console.error(line);
console.log(`import table: ${refused.length + allowed.length - wrong.length} passed, ${wrong.length} failed`);
process.exit(wrong.length === 0 ? 0 : 1);
