// A map of a given size with answers on every touchpoint, made through the API as a new person would.
const password = 'a horse eats cake at five';

const caller = (address) => {
  let cookie;
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method, headers: { origin: address, 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers }, ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    cookie ??= answer.headers.get('set-cookie')?.split(';')[0];
    return answer.json();
  };
};

export const signUp = async (address) => {
  const call = caller(address);
  const email = `bench-${Date.now()}@example.com`;
  const { workspace } = await call('POST', '/auth/register', { email, password, name: 'Bench', workspaceName: 'Bench', locale: 'en', timezone: 'UTC' });
  return { call, signIn: { email, password }, workspaceId: workspace.id };
};

const chunks = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Twenty stages that share the cards, thirty answers a card; gives the map's address. */
export const makeMap = async ({ call, workspaceId }, cards) => {
  const base = `/workspaces/${workspaceId}`;
  const stages = Array.from({ length: 20 }, (_, stage) => ({
    name: `Stage ${stage + 1}`,
    touchpoints: Array.from({ length: Math.ceil((cards - stage) / 20) }, (__, row) => ({ name: `Touchpoint ${stage + 1}.${row + 1} of ${cards}` })),
  }));
  const journey = await call('POST', `${base}/journeys`, { name: `${cards} cards`, state: 'current', stages });
  for (const [part, touchpoints] of chunks(journey.touchpoints, 500).entries()) {
    const survey = await call('POST', `${base}/surveys`, {
      name: `Survey ${part}`, kind: 'relational', journeyId: journey.id,
      questions: touchpoints.map(({ id, name }, index) => ({ key: `q${index}`, text: name, metric: 'csi', scale: [1, 5], touchpointId: id })),
    });
    const responses = Array.from({ length: 30 }, (_, person) => ({
      externalId: `${person}`, answeredAt: '2026-05-12', answers: Object.fromEntries(touchpoints.map((__, index) => [`q${index}`, 1 + ((person * 7 + index * 3 + (index % 4)) % 5)])),
    }));
    await call('POST', `${base}/responses`, { surveyId: survey.id, responses }, { 'Idempotency-Key': `${journey.id} ${part}` });
  }
  return `/w/${workspaceId}/journeys/${journey.id}`;
};
