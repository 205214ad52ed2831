import './typescript.mjs';

/** One Postgres for the run: TEST_DATABASE_URL, or an embedded one on throw-away data. */
export default async function globalSetup() {
  const { prepareTestServer } = await import('./test-server.ts');
  globalThis.stopTestServer = await prepareTestServer();
}
