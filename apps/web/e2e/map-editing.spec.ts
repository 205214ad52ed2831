import type { Page } from 'playwright-core';
import { signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { call, makeMap } from './support/map.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';
import type { Story } from './support/story.js';

const stage = setStage();

interface Journey { name: string; stages: { id: string; name: string }[]; lanes: { name: string }[]; cards: { title: string | null }[]; touchpoints: { id: string; name: string; stageId: string; version: number }[] }
const onServer = (story: Story, workspaceId: string, journeyId: string) => call<Journey>(story, 'GET', `/workspaces/${workspaceId}/journeys/${journeyId}`);
const placesOf = ({ stages, touchpoints }: Journey) => touchpoints.map(({ name, stageId }) => `${stages.find(({ id }) => id === stageId)?.name}: ${name}`);

const card = (page: Page, name: string) => page.locator('[data-card]', { hasText: name }).first();
const stageHead = (page: Page, name: string) => page.locator('[data-stage]', { hasText: name }).first();
const saved = ({ page, t }: Story) => page.getByText(t('journeys:status.saved'), { exact: true }).waitFor();
const type = async (page: Page, ...lines: string[]) => {
  for (const line of lines) {
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  }
};

it.each(['en', 'ru'] as const)('draws a map from nothing by typing, moves its parts and takes changes back (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/journeys`);
  await page.getByRole('button', { name: t('journeys:list.create') }).first().click();
  await page.getByLabel(t('journeys:new.name')).fill('Путь гостя');
  await page.getByRole('button', { name: t('journeys:new.create') }).click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}/);
  const journeyId = /journeys\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  await page.getByRole('button', { name: t('journeys:editing.addStage'), exact: true }).first().click();
  await page.getByLabel(t('journeys:editing.stageName')).waitFor();
  await type(page, 'Едет', 'Живёт', 'Уезжает');
  await page.keyboard.press('Escape');
  await stageHead(page, 'Едет').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: t('journeys:editing.touchpointName') }).waitFor();
  await type(page, 'Дорога', 'Парковка', 'Дверь');
  await page.keyboard.press('Escape');
  await card(page, 'Дверь').waitFor();
  await saved(story);

  await page.getByRole('button', { name: t('journeys:editing.addLane'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('journeys:lane.pains') }).click();
  // While the menu closes, the focus goes back to its button and comes to the field again.
  const laneName = page.getByLabel(t('journeys:editing.laneName'));
  await laneName.waitFor();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await laneName.fill('Что болит');
  await laneName.press('Enter');
  await page.locator('[data-lane]', { hasText: 'Что болит' }).waitFor();

  // By the keyboard: down inside the cell, then to the next stage; the focus goes along.
  await card(page, 'Дорога').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  await page.locator('[data-cell]').nth(1).locator('[data-card]', { hasText: 'Дорога' }).waitFor();
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Дорога'));
  // By the mouse: the door to the last stage.
  await saved(story);
  const target = await page.locator('[data-cell]').nth(2).boundingBox();
  const source = await card(page, 'Дверь').boundingBox();
  if (target === null || source === null) throw new Error('The cell or the card is not on the screen');
  await page.mouse.move(source.x + 30, source.y + 20);
  await page.mouse.down();
  await page.mouse.move(target.x + 40, target.y + 30, { steps: 6 });
  await page.mouse.up();
  await page.locator('[data-cell]').nth(2).locator('[data-card]', { hasText: 'Дверь' }).waitFor();
  await stageHead(page, 'Уезжает').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await saved(story);
  await soon(async () => expect(placesOf(await onServer(story, workspaceId, journeyId))).toEqual(['Едет: Парковка', 'Уезжает: Дверь', 'Живёт: Дорога']));

  await card(page, 'Парковка').focus();
  await page.keyboard.press('F2');
  await page.getByLabel(t('journeys:editing.touchpointName')).fill('Стоянка');
  await page.keyboard.press('Enter');
  await card(page, 'Стоянка').waitFor();
  await page.locator('[data-stage]').first().focus();
  await page.keyboard.press('Control+z');
  await card(page, 'Парковка').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.locator('[data-cell]').first().locator('[data-card]', { hasText: 'Дверь' }).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await card(page, 'Дорога').focus();
  await page.keyboard.press('Delete');
  await card(page, 'Дорога').waitFor({ state: 'detached' });
  await saved(story);
  await soon(async () => expect(placesOf(await onServer(story, workspaceId, journeyId))).toEqual(['Едет: Парковка', 'Уезжает: Дверь']));
  expect((await onServer(story, workspaceId, journeyId)).lanes.map(({ name }) => name)).toContain('Что болит');
  await page.mouse.move(700, 2);
  await expectAccessible(page, 'map being edited');
  await takePictures(page, `map-editing-${locale}`);
  await story.end();
});

it('keeps changes made without a network over a reload and says so', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Offline', { One: ['Door'], Two: [] });
  await page.goto(map.address);
  await saved(story);
  // Only the operations are cut off: the page itself can still be loaded again.
  await context.route('**/operations', (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue()));
  await card(page, 'Door').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.locator('[data-cell]').nth(1).locator('[data-card]', { hasText: 'Door' }).waitFor();
  await page.getByText(t('journeys:status.offline', { count: 1 })).waitFor();
  expect(placesOf(await onServer(story, account.workspaceId, map.journeyId))).toEqual(['One: Door']);

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText(t('journeys:status.offline', { count: 1 })).waitFor();
  await page.locator('[data-cell]').nth(1).locator('[data-card]', { hasText: 'Door' }).waitFor();
  await context.unroute('**/operations');
  await saved(story);
  await soon(async () => expect(placesOf(await onServer(story, account.workspaceId, map.journeyId))).toEqual(['Two: Door']));
  await context.close();
});

it('shows what somebody else has changed meanwhile and keeps what was typed', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Conflict', { One: ['Door'] });
  await page.goto(`${map.address}?touchpoint=${map.touchpoints.get('Door')}&tab=details`);
  const panel = page.getByLabel(t('journeys:inspector.label', { name: 'Door' }));
  await panel.getByLabel(t('journeys:details.importance')).fill('7');
  const [door] = (await onServer(story, account.workspaceId, map.journeyId)).touchpoints;
  await call(story, 'PATCH', `/workspaces/${account.workspaceId}/touchpoints/${door?.id}`, { channel: 'Phone', importance: 2 }, { 'If-Match': `"v${door?.version}"` });
  await panel.getByRole('button', { name: t('journeys:details.save') }).click();
  await panel.getByText(t('journeys:conflict.both', { theirs: '2', mine: '7' })).waitFor();
  await expectAccessible(page, 'conflict');
  await panel.getByRole('button', { name: t('journeys:conflict.keepMine') }).click();
  await soon(async () => expect(await panel.getByLabel(t('journeys:details.importance')).inputValue()).toBe('7'));
  await soon(async () => expect(await panel.getByLabel(t('journeys:details.channel'), { exact: true }).inputValue()).toBe('Phone'));
  await panel.getByRole('button', { name: t('journeys:details.save') }).click();
  await panel.getByRole('button', { name: t('journeys:details.revert') }).waitFor({ state: 'detached' });
  expect(await call(story, 'GET', `/workspaces/${account.workspaceId}/touchpoints/${door?.id}`)).toMatchObject({ importance: 7, channel: 'Phone' });
  await story.end();
});
