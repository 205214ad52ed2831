import { rolldown } from 'rolldown';
import { fileURLToPath } from 'node:url';

// One file of the parsing process from its sources, because it is started for every import of every test: `node bundle-parser.mjs OUTPUT`.
const bundle = await rolldown({
  input: fileURLToPath(new URL('../../src/feedback/import/parse-main.ts', import.meta.url)),
  platform: 'node',
  resolve: { conditionNames: ['source', 'import', 'node', 'default'], extensionAlias: { '.js': ['.ts', '.js'] } },
});
await bundle.write({ file: process.argv[2], format: 'esm', codeSplitting: false });
await bundle.close();
