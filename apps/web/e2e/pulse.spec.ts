import { signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';
import type { Story } from './support/story.js';

const stage = setStage();

/** Name, stated importance and the score out of five that everybody gives. */
const points = [['Queue', 9, 2], ['Staff', 8, 5], ['Signs', 2, 1], ['Wi-Fi', 1, 4]] as const;

const post = async ({ context, url }: Story, path: string, data: object, headers: Record<string, string> = {}) => {
  const answer = await context.request.post(`/api/v1${path}`, { headers: { Origin: url, ...headers }, data });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return answer.json() as Promise<{ id: string; touchpoints?: { id: string; name: string }[] }>;
};

/** A journey of four touchpoints with importance, and forty people who rated all of them and the whole. */
const measure = async (story: Story, workspaceId: string, by: 'importance' | 'contactsPerMonth' | null = 'importance', targets: { csi?: number } = { csi: 60 }) => {
  const base = `/workspaces/${workspaceId}`;
  for (const [name, weight] of points) await post(story, `${base}/touchpoints`, { name, ...(by == null ? {} : { [by]: weight }), targets });
  const journey = await post(story, `${base}/journeys`, { name: 'Terminal', state: 'current', stages: [{ name: 'Stage', touchpoints: points.map(([name]) => ({ name })) }] });
  const asked = points.map(([name], index) => ({ key: `q${index}`, text: name, metric: 'csi', scale: [1, 5], touchpointId: journey.touchpoints?.find((point) => point.name === name)?.id }));
  const survey = await post(story, `${base}/surveys`, { name: 'Exit', kind: 'transactional', journeyId: journey.id, questions: [...asked, { key: 'nps', text: 'NPS', metric: 'nps', scale: [0, 10], touchpointId: null }, { key: 'csi', text: 'CSI', metric: 'csi', scale: [1, 5], touchpointId: null }] });
  const answers = Object.fromEntries(points.map(([,, score], index) => [`q${index}`, score]));
  const responses = Array.from({ length: 40 }, (_, index) => ({ externalId: `r${index}`, answeredAt: '2025-05-10T10:00:00+03:00', answers: { ...answers, csi: 4, nps: index < 24 ? 10 : index < 32 ? 8 : 2 } }));
  await post(story, `${base}/responses`, { surveyId: survey.id, responses }, { 'Idempotency-Key': 'pulse-story' });
};

it('sets what is weak against what matters: as a chart walked by keyboard, as a table, in both languages without a reload', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await measure(story, workspaceId);
  await page.goto(`/w/${workspaceId}/pulse`);
  await page.getByRole('button', { name: 'NPS: 40' }).waitFor();
  const queue = page.getByRole('link', { name: /^Queue · CSI 25\.0 · .*40 answers · importance, as stated: 9 · concentrate here$/ });
  await queue.focus();
  await page.getByRole('tooltip').getByText('concentrate here').waitFor();
  await queue.blur();
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await soon(async () => expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900));
  await page.getByRole('link', { name: '2 of 4 touchpoints are below their target, proven' }).waitFor();
  await expectAccessible(page, 'Pulse');
  await takePictures(page, 'pulse-priority');

  const tile = page.getByRole('region', { name: t('analytics:pulse.priority.title.importance') });
  await tile.getByRole('button', { name: t('analytics:pulse.asTable') }).click();
  await tile.getByRole('row', { name: /Queue 9 25\.0/ }).waitFor();
  await expectAccessible(page, 'Pulse, as a table');
  await page.getByRole('button', { name: t('language.switch') }).click();
  await page.getByRole('menuitem', { name: 'Русский' }).click();
  await page.getByRole('heading', { name: 'Приоритет: важно и слабо' }).waitFor();
  await page.getByRole('row', { name: /Queue 9 25,0.* приоритет/ }).waitFor();

  await page.getByRole('row', { name: /Queue/ }).getByRole('link').click();
  await page.waitForURL(/journeys\/.*touchpoint=/);
  await story.end();
});

it.each(['en', 'ru'] as const)('says that contacts a month stand on an uneven axis, and that nobody has set a target (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await measure(story, workspaceId, 'contactsPerMonth', {});
  await page.goto(`/w/${workspaceId}/pulse`);
  const tile = page.getByRole('region', { name: t('analytics:pulse.priority.title.contacts') });
  await tile.getByText(t('analytics:pulse.priority.axis.contacts')).waitFor();
  await tile.getByText(t('analytics:pulse.priority.rootScale')).waitFor();
  await page.getByRole('link', { name: t('analytics:pulse.noTargets', { metric: 'CSI' }) }).waitFor();
  await tile.getByRole('button', { name: t('analytics:pulse.asTable') }).click();
  await tile.getByText(t('analytics:pulse.priority.rootScale')).waitFor({ state: 'detached' });
  await story.end();
});

it('ranks the touchpoints while nothing says which of them matter', async () => {
  const story = await stage.begin({ size: 'phone' });
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await measure(story, workspaceId, null);
  await page.goto(`/w/${workspaceId}/pulse`);
  const tile = page.getByRole('region', { name: t('analytics:pulse.ranking.title', { metric: 'CSI' }) });
  await tile.waitFor();
  expect(await tile.getByRole('listitem').getByRole('link').allTextContents()).toEqual(['Signs', 'Queue', 'Wi-Fi', 'Staff']);
  const figure = tile.getByRole('button', { name: 'Signs: 0.0' });
  await figure.focus();
  await page.getByRole('tooltip').getByText(/40 answers/).waitFor();
  await figure.blur();
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await expectAccessible(page, 'Pulse on a phone, ranked');
  await story.end();
});
