import { register } from 'node:module';

// Lets plain Node run the sources: `node --import ./apps/api/test/support/typescript.mjs FILE.ts`.
register(new URL('./typescript-hooks.mjs', import.meta.url));
