import request from 'supertest';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

describe('the server', () => {
  it('is alive and ready', async () => {
    await request(test.address).get('/healthz').expect(200, { status: 'alive' });
    await request(test.address).get('/readyz').expect(200, { status: 'ready' });
  });

  it('answers an unknown route with a problem', async () => {
    const answer = await request(test.address).get('/api/v1/nothing').expect(404);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 404, code: 'not_found', requestId: answer.headers['x-request-id'] });
  });
});
