import { signUp, type Account } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { call, makeMap, type StoryMap } from './support/map.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';
import type { Story } from './support/story.js';

const stage = setStage();

/** A lane of emotions with two guesses in one stage, and thirty answers about each touchpoint. */
const feel = async (story: Story, { workspaceId }: Account, map: StoryMap) => {
  const base = `/workspaces/${workspaceId}`;
  const journey = await call<{ stages: { id: string }[] }>(story, 'GET', `${base}/journeys/${map.journeyId}`);
  const [laneId, stageId] = [crypto.randomUUID(), journey.stages[0]?.id];
  await call(story, 'POST', `${base}/journeys/${map.journeyId}/operations`, {
    clientId: crypto.randomUUID(),
    operations: [
      { clientSeq: 1, type: 'addLane', laneId, kind: 'emotion', name: 'Feelings' },
      { clientSeq: 2, type: 'addCard', cardId: crypto.randomUUID(), laneId, stageId, touchpointId: map.touchpoints.get('Parking'), emotion: -1.5 },
      { clientSeq: 3, type: 'addCard', cardId: crypto.randomUUID(), laneId, stageId, touchpointId: map.touchpoints.get('Reception'), emotion: 1 },
    ],
  });
  const names = ['Parking', 'Reception'];
  const survey = await call<{ id: string }>(story, 'POST', `${base}/surveys`, {
    name: 'Feelings', kind: 'relational', journeyId: map.journeyId,
    questions: names.map((name, index) => ({ key: `q${index}`, text: name, metric: 'emotion', scale: [-2, 2], touchpointId: map.touchpoints.get(name) })),
  });
  const responses = Array.from({ length: 30 }, (_, index) => ({ externalId: `r${index}`, answeredAt: '2026-05-10', answers: { q0: index % 2 === 0 ? -1 : 0, q1: 1 } }));
  await call(story, 'POST', `${base}/responses`, { surveyId: survey.id, responses }, { 'Idempotency-Key': map.journeyId });
};

it('draws every guess of a stage, and says value, interval and n of what was asked', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'A guest', { Arrive: ['Parking', 'Reception'], Stay: ['Room'] });
  await feel(story, account, map);
  await page.goto(map.address);

  const guess = (name: string) => page.getByRole('slider', { name: t('journeys:emotion.pointOf', { stage: 'Arrive', name }) });
  await soon(async () => expect(await guess('Parking').getAttribute('aria-valuenow')).toBe('-1.5'));
  await soon(async () => expect(await guess('Reception').getAttribute('aria-valuenow')).toBe('1'));
  await guess('Reception').focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role=slider][aria-valuenow="0.5"]').waitFor();
  expect(await guess('Parking').getAttribute('aria-valuenow')).toBe('-1.5');

  const asked = page.getByRole('group', { name: t('journeys:emotion.askedPoints') }).getByRole('img');
  await soon(async () => expect(await asked.count()).toBe(2));
  await asked.first().focus();
  await page.getByRole('tooltip').getByText(/^Parking · asked \u22120\.5 · 95.% CI: \u22120\.\d to \u22120\.\d · 30 answers$/).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tooltip').getByText(/^Reception · asked \+1\.0 · /).waitFor();
  await page.evaluate(() => { if (document.activeElement instanceof SVGElement) document.activeElement.blur(); });
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await expectAccessible(page, 'emotions on the map');
  await takePictures(page, 'emotion-lane');
  await story.end();
});

it('keeps a tall lane’s name in sight while the lane is scrolled through', async () => {
  const story = await stage.begin();
  const { page } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Tall', { One: Array.from({ length: 30 }, (_, index) => `Point ${index}`) });
  await page.goto(map.address);
  const lane = page.locator('[data-lane]').first();
  await lane.waitFor();
  for (const zoom of ['0', '-']) {
    await lane.focus();
    await page.keyboard.press(zoom);
    await page.locator('[role=grid]:not([data-zooming])').waitFor();
    await soon(async () => {
      await page.locator('[data-card]', { hasText: 'Point 28' }).scrollIntoViewIfNeeded();
      const { laneTop, nameTop, headsEnd } = await lane.evaluate((head) => ({
        laneTop: head.getBoundingClientRect().top,
        nameTop: head.querySelector('span')?.getBoundingClientRect().top ?? 0,
        headsEnd: head.closest('[role=grid]')?.querySelector('[data-stage]')?.getBoundingClientRect().bottom ?? 0,
      }));
      expect(laneTop).toBeLessThan(0);
      expect(nameTop).toBeGreaterThanOrEqual(headsEnd);
      expect(nameTop).toBeLessThan(headsEnd + 30);
    });
  }
  await story.end();
});
