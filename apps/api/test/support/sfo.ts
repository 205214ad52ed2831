import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The public SFO survey of 2017, kept beside the checkout, not in it. */
const folder = resolve(import.meta.dirname, '../../../../../shared/data/sfo-2017');

export const sfoFolder = existsSync(join(folder, 'survey.csv')) ? folder : null;

/** Tests on the real survey: they run where it stands beside the checkout, and say that they were skipped where it does not. */
export const describeSfo: typeof describe | typeof describe.skip = sfoFolder == null ? describe.skip : describe;
if (sfoFolder == null) process.stderr.write('The SFO survey is not beside the checkout (../shared/data/sfo-2017): its tests are skipped.\n');

export const sfoPath = (name: 'survey.csv' | 'mapping.json' | 'journey.json' | 'expected.json') => join(folder, name);
export const sfoJson = (name: 'mapping.json' | 'journey.json' | 'expected.json'): unknown => JSON.parse(readFileSync(sfoPath(name), 'utf8'));
