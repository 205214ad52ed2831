import type { Page } from 'playwright-core';
import { password, signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { answerCsi, call, makeMap, type StoryMap } from './support/map.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';
import { sizes, type Story } from './support/story.js';

const stage = setStage();

const card = (page: Page, name: string) => page.locator('[data-touchpoint]', { hasText: name }).first();
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
const MAY = 'metric=csi&from=2017-05-01&to=2017-05-31';

/** One touchpoint of every kind: weak, strong, few answers, too few to show, hidden for privacy, none. */
const measured = async (story: Story): Promise<StoryMap & { workspaceId: string }> => {
  const account = await signUp(story);
  const map = await makeMap(story, account, 'A guest', { Arrive: ['Parking', 'Reception'], Stay: ['Room', 'Breakfast', 'Spa', 'Garden'] });
  await answerCsi(story, account, map, {
    Parking: { 1: 30, 2: 30, 3: 20, 4: 10, 5: 10 }, Reception: { 4: 30, 5: 70 }, Room: { 3: 10, 4: 40, 5: 50 },
    Breakfast: { 3: 6, 4: 6, 5: 6 }, Spa: { 4: 4, 5: 3 }, Garden: { 5: 3 },
  });
  return { ...map, workspaceId: account.workspaceId };
};

it.each(['en', 'ru'] as const)('reads a heat map: colours, marks, what is withheld, and the facts on focus (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  const map = await measured(story);
  await page.goto(`${map.address}?${MAY}`);
  await card(page, 'Parking').getByText(locale === 'ru' ? '35,0' : '35.0').waitFor();
  expect(await card(page, 'Parking').textContent()).toContain(t('journeys:card.below'));
  expect(await card(page, 'Reception').textContent()).toContain(t('journeys:card.above'));
  const status = (name: string) => card(page, name).getAttribute('data-status');
  await soon(async () => expect(await Promise.all(['Room', 'Breakfast', 'Spa', 'Garden'].map(status))).toEqual(['ok', 'low_n', 'low_n', 'suppressed_privacy']));
  expect(await card(page, 'Spa').textContent()).toContain(t('journeys:card.tooFew'));
  expect(await card(page, 'Garden').textContent()).toContain(t('journeys:card.hidden'));
  expect(await card(page, 'Garden').textContent()).toContain('3');
  // Only figures carry a colour.
  await soon(async () => expect(await page.locator('[data-coloured]').count()).toBe(4));
  await page.getByRole('button', { name: t('journeys:legend.how') }).click();
  await page.getByText(t('journeys:legend.hiddenText')).waitFor();
  await expectAccessible(page, 'legend');
  await page.keyboard.press('Escape');

  await card(page, 'Parking').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const facts = page.getByRole('tooltip');
  await facts.waitFor();
  await soon(async () => expect(plain(await facts.textContent())).toMatch(/35[.,]0.*100.*p < 0[.,]001/));
  await page.keyboard.press('Escape');
  await facts.waitFor({ state: 'detached' });

  await page.keyboard.press('Enter');
  const panel = page.getByLabel(t('journeys:inspector.label', { name: 'Parking' }));
  await panel.getByText(t('journeys:overview.answersCount', { count: 100, n: '100' })).first().waitFor();
  await soon(async () => expect(plain(await panel.getByRole('table', { name: t('journeys:overview.answersTable') }).textContent())).toContain('30 %'));
  await page.mouse.move(700, 2);
  await expectAccessible(page, 'map with inspector');
  await takePictures(page, `map-overlay-${locale}`);
  await story.end();
});

it('restores by its link what was chosen: comparison with targets, segment, the open touchpoint', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const map = await measured(story);
  const room = map.touchpoints.get('Room') ?? '';
  await call(story, 'PATCH', `/workspaces/${map.workspaceId}/touchpoints/${room}`, { targets: { csi: 95 } }, { 'If-Match': '"v1"' });
  await page.goto(`${map.address}?${MAY}`);
  await card(page, 'Room').waitFor();
  await page.getByRole('button', { name: new RegExp(`^${t('journeys:compare.label')}`) }).click();
  await page.getByRole('option', { name: new RegExp(`^${t('journeys:compare.target')}`) }).click();
  await page.waitForURL(/compare=target/);
  await page.getByRole('button', { name: new RegExp(`^${t('journeys:facet.segment.label')}`) }).click();
  await page.getByRole('option', { name: 'All', exact: true }).click();
  await page.waitForURL(/segment=All/);
  await card(page, 'Room').click();
  await page.waitForURL(/touchpoint=/);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await card(page, 'Room').getByText('\u221210.0\u00a0pts').waitFor();
  // Without a target there is nothing to be far from, so there is no colour.
  await soon(async () => expect(await page.locator('[data-coloured]').count()).toBe(1));
  await page.getByLabel(t('journeys:inspector.label', { name: 'Room' })).getByText(t('journeys:overview.belowTarget', { target: '95.0', points: '\u221210.0\u00a0pts' })).waitFor();
  await page.getByRole('button', { name: `${t('journeys:facet.segment.label')}: All`, exact: true }).waitFor();
  await story.end();
});

it('keeps both of two choices that are made before the page is drawn again', async () => {
  const story = await stage.begin();
  const { page } = story;
  const map = await measured(story);
  await page.goto(`${map.address}?${MAY}`);
  await card(page, 'Room').evaluate(async (element) => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    // The address follows at once, the page a task later.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 't', code: 'KeyT', bubbles: true }));
  });
  await page.waitForURL((url) => url.searchParams.get('touchpoint') === map.touchpoints.get('Room') && url.searchParams.get('view') === 'table');
  await story.end();
});

it('tells the same by a table, reached and left by one key', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const map = await measured(story);
  await page.goto(`${map.address}?${MAY}`);
  await card(page, 'Parking').waitFor();
  await page.keyboard.press('t');
  const row = page.getByRole('row').filter({ hasText: 'Parking' });
  await row.waitFor();
  await soon(async () => expect(plain(await row.textContent())).toMatch(/35\.0.*100/));
  expect(await page.getByRole('row').filter({ hasText: 'Garden' }).textContent()).toContain(t('journeys:table.statusOf.suppressed_privacy'));
  await expectAccessible(page, 'table twin');
  await takePictures(page, 'map-table');
  await page.keyboard.press('t');
  await card(page, 'Parking').waitFor();
  await story.end();
});

it('reads on a phone: stages below each other, choices in a sheet, a touchpoint over the whole screen', async () => {
  const story = await stage.begin({ size: 'phone' });
  const { page, t } = story;
  const map = await measured(story);
  await page.goto(`${map.address}?${MAY}`);
  await card(page, 'Parking').waitFor();
  await soon(async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.phone.width));
  await expectAccessible(page, 'map on a phone');
  await page.getByRole('button', { name: /^CSI/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: new RegExp(`^${t('journeys:metric.label')}`) }).waitFor();
  await expectAccessible(page, 'choices on a phone');
  await sheet.getByRole('button', { name: t('journeys:overlay.done') }).click();
  await sheet.waitFor({ state: 'detached' });
  await card(page, 'Parking').click();
  await page.getByRole('dialog', { name: t('journeys:inspector.label', { name: 'Parking' }) }).waitFor();
  await expectAccessible(page, 'touchpoint on a phone');
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await story.end();
});

it('gives a viewer the map without a single way to change it', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const map = await measured(story);
  const invitation = await call<{ link: string }>(story, 'POST', `/workspaces/${map.workspaceId}/invitations`, { email: `viewer-${map.journeyId}@example.com`, role: 'viewer' });
  const viewer = await stage.begin();
  await call(viewer, 'POST', '/invitations/accept', { token: invitation.link.split('/').at(-1), name: 'Viewer', password });
  await viewer.page.goto(`${map.address}?${MAY}`);
  await card(viewer.page, 'Parking').click();
  await viewer.page.getByLabel(t('journeys:inspector.label', { name: 'Parking' })).waitFor();
  await viewer.page.getByRole('tab', { name: t('journeys:inspector.tab.threeP') }).click();
  await viewer.page.getByText(t('journeys:threeP.noHistory')).waitFor();
  for (const name of [t('journeys:editing.addStage'), t('journeys:editing.addLane'), t('journeys:editing.undo'), t('journeys:threeP.save'), t('journeys:editing.stageMenu', { name: 'Arrive' })]) {
    expect(await viewer.page.getByRole('button', { name, exact: true }).count()).toBe(0);
  }
  await card(viewer.page, 'Reception').focus();
  await viewer.page.keyboard.press('Delete');
  await viewer.page.keyboard.press('F2');
  expect(await card(viewer.page, 'Reception').count()).toBe(1);
  expect(await viewer.page.getByLabel(t('journeys:editing.touchpointName')).count()).toBe(0);
  await viewer.end();
  await page.close();
});

it('shows emotions on a phone as numbers: what was asked and what was guessed', async () => {
  const story = await stage.begin({ size: 'phone' });
  const { page, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Feelings', { Arrive: ['Parking', 'Reception'] });
  const journey = await call<{ stages: { id: string }[] }>(story, 'GET', `/workspaces/${account.workspaceId}/journeys/${map.journeyId}`);
  const laneId = crypto.randomUUID();
  await call(story, 'POST', `/workspaces/${account.workspaceId}/journeys/${map.journeyId}/operations`, {
    clientId: crypto.randomUUID(),
    operations: [
      { clientSeq: 1, type: 'addLane', laneId, kind: 'emotion', name: 'Feelings' },
      { clientSeq: 2, type: 'addCard', cardId: crypto.randomUUID(), laneId, stageId: journey.stages[0]?.id, touchpointId: map.touchpoints.get('Reception'), emotion: -1.5 },
    ],
  });
  await page.goto(map.address);
  const row = page.getByRole('listitem').filter({ hasText: 'Reception' }).filter({ hasText: t('journeys:emotion.guess', { value: '\u22121.5' }) });
  await row.waitFor();
  await soon(async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.phone.width));
  await expectAccessible(page, 'emotions on a phone');
  await story.end();
});
