// File names tell what a file is: kebab-case, a closed list of suffixes, no folder that could hold anything. The examples prove that the rule refuses.
import { filesBelow, say } from '../apps/api/bin/workspace.mjs';

const suffixes = 'module|controller|service|repository|entity|presenter|query|queries|policy|guard|filter|interceptor';
const words = '[a-z0-9]+(-[a-z0-9]+)*';
const source = new RegExp(`^${words}(\\.(${suffixes}))?(\\.e2e)?(\\.spec)?\\.tsx?$|^${words}\\.(mjs|json|css|module\\.css|svg|png)$|^jest\\.config\\.mjs$`);
const folder = new RegExp(`^${words}$`);
const vague = new Set(['common', 'shared', 'utils', 'helpers']);

function faultOf(path) {
  const parts = path.split('/');
  const name = parts.pop();
  if (!source.test(name)) return 'is not named in kebab-case with one of the known suffixes';
  if (path.startsWith('apps/') && /^index\.tsx?$/.test(name)) return 'is an index inside an app';
  const odd = parts.find((part) => vague.has(part) || !folder.test(part));
  return odd === undefined ? undefined : `lies in "${odd}"`;
}

const ours = () => filesBelow(['apps', 'packages'], (path) => /^(apps|packages)\/[a-z]+\/(src|test|e2e|bin)\//.test(path) && !path.includes('/output/') && !path.endsWith('.tsbuildinfo'));

const refused = ['apps/api/src/journeys/journey.dto.ts', 'apps/api/src/journeys/journeyService.ts', 'apps/web/src/features/journeys/index.ts', 'apps/web/src/utils/text.ts', 'packages/domain/src/Metrics/nps.ts', 'apps/api/src/journeys/journey.manager.ts'];
const allowed = ['apps/api/src/journeys/journeys.service.ts', 'apps/api/test/journeys.e2e.spec.ts', 'apps/web/src/ui/tile.module.css', 'packages/domain/src/index.ts'];

const faults = [
  ...refused.filter((path) => faultOf(path) === undefined).map((path) => `${path}: is let through`),
  ...[...allowed, ...ours()].flatMap((path) => {
    const fault = faultOf(path);
    return fault === undefined ? [] : [`${path}: ${fault}`];
  }),
];
for (const fault of faults) say(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
