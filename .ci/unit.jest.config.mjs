import api from '../apps/api/jest.config.mjs';
import web from '../apps/web/jest.config.mjs';
import contracts from '../packages/contracts/jest.config.mjs';
import domain from '../packages/domain/jest.config.mjs';

const project = (displayName, folder, { testMatch, extensionsToTreatAsEsm, transform, moduleNameMapper }) => ({
  displayName,
  rootDir: `<rootDir>/../${folder}`,
  testMatch,
  extensionsToTreatAsEsm,
  transform,
  moduleNameMapper,
});

/** Every test without a database, in one run. */
export default {
  maxWorkers: 2,
  testTimeout: 180_000,
  projects: [
    project('domain', 'packages/domain', domain),
    project('contracts', 'packages/contracts', contracts),
    project('web', 'apps/web', web),
    project('api', 'apps/api', { ...api, testMatch: ['<rootDir>/src/**/*.spec.ts'] }),
  ],
};
