import { fileURLToPath } from 'node:url';
import { parserCommand } from '../../src/feedback/import/parser-process.js';

// Tests run the sources, so the parsing process does too.
parserCommand.entry = fileURLToPath(new URL('../../src/feedback/import/parse-main.ts', import.meta.url));
parserCommand.execArgv = ['--import', new URL('./typescript.mjs', import.meta.url).href];
