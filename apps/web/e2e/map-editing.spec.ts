import type { Page } from 'playwright-core';
import { signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { drawn } from './support/drawn.js';
import { hold, holdAnswers, refuse } from './support/hold.js';
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
  await page.getByLabel(t('journeys:editing.touchpointName')).waitFor();
  await type(page, 'Дорога', 'Парковка', 'Дверь');
  await page.keyboard.press('Escape');
  await card(page, 'Дверь').waitFor();
  await saved(story);
  // Cards say that they have no answers as soon as that is known, and grow by it: a menu below them would move under the pointer.
  await soon(async () => expect(await page.locator('[data-status="no_data"]').count()).toBe(3));

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

it('keeps what was typed while a save was on its way, and when its touchpoint could not be read again', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Slow', { One: ['Door'] });
  await page.goto(`${map.address}?touchpoint=${map.touchpoints.get('Door')}&tab=details`);
  const panel = page.getByLabel(t('journeys:inspector.label', { name: 'Door' }));
  const [importance, contacts] = [panel.getByLabel(t('journeys:details.importance')), panel.getByLabel(t('journeys:details.contacts'))];
  await importance.fill('7');
  const door = /\/touchpoints\/[0-9a-f-]{36}$/;
  await refuse(context, door);
  const save = await hold(context, door, 'PATCH');
  await panel.getByRole('button', { name: t('journeys:details.save') }).click();
  await save.reached;
  await contacts.fill('100');
  const [, reread] = await Promise.all([
    page.getByText(t('journeys:details.savedSaid')).waitFor({ state: 'attached' }),
    page.waitForResponse((answer) => door.test(answer.url()) && answer.request().method() === 'GET'),
    save.release(),
  ]);
  expect(reread.status()).toBe(400);
  await panel.getByRole('button', { name: t('journeys:details.revert') }).waitFor();
  expect([await importance.inputValue(), await contacts.inputValue()]).toEqual(['7', '100']);
  await story.end();
});

it('makes the touchpoint of a card once, though the card is clicked before it is there', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Slow', { One: ['Door'] });
  const made: string[] = [];
  page.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/touchpoints')) made.push(request.url()); });
  await page.goto(map.address);
  await saved(story);
  const making = await hold(context, /\/touchpoints$/, 'POST');
  await card(page, 'Door').focus();
  await page.keyboard.press('Shift+Enter');
  await page.getByLabel(t('journeys:editing.touchpointName')).waitFor();
  await type(page, 'Window');
  await page.keyboard.press('Escape');
  await making.reached;
  await card(page, 'Window').click();
  making.release();
  await page.locator('[data-touchpoint]', { hasText: 'Window' }).waitFor();
  await saved(story);
  expect(made).toHaveLength(1);
  await story.end();
});

it('keeps a new name of a touchpoint when an older state of the map comes later', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Slow', { One: ['Door'], Two: [] });
  await page.goto(map.address);
  await saved(story);
  const older = await holdAnswers(context, new RegExp(`/journeys/${map.journeyId}$`));
  await card(page, 'Door').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await older.reached;
  await card(page, 'Door').focus();
  await page.keyboard.press('F2');
  await page.getByLabel(t('journeys:editing.touchpointName')).fill('Gate');
  await page.keyboard.press('Enter');
  await card(page, 'Gate').waitFor();
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith(`/journeys/${map.journeyId}`)), older.release()]);
  await saved(story);
  await drawn(page);
  expect(await page.locator('[data-card]').allInnerTexts()).toEqual([expect.stringContaining('Gate')]);
  await story.end();
});

it('tells the list of a change that is saved only after the map has been left', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Old name', { One: ['Door'] });
  await page.goto(map.address);
  await saved(story);
  const saving = await hold(context, /\/operations$/, 'POST');
  await page.getByRole('button', { name: t('journeys:settings.title') }).click();
  const settings = page.getByRole('dialog', { name: t('journeys:settings.title') });
  await settings.getByLabel(t('journeys:new.name')).fill('New name');
  await settings.getByRole('button', { name: t('journeys:settings.done') }).click();
  await saving.reached;
  await page.getByRole('navigation').getByRole('link', { name: t('nav.journeys') }).click();
  await page.getByRole('link', { name: 'Old name' }).waitFor();
  saving.release();
  await page.getByRole('link', { name: 'New name' }).waitFor();
  await story.end();
});

it('takes the name of a touchpoint before the field that offers names has come', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'Slow', { One: ['Door'] });
  const file = await hold(context, /\/assets\/touchpoint-input-.*\.js$/);
  await page.goto(map.address);
  await card(page, 'Door').focus();
  await page.keyboard.press('Shift+Enter');
  await file.reached;
  const field = page.getByLabel(t('journeys:editing.touchpointName'));
  await soon(async () => expect(await field.evaluate((element) => element === document.activeElement)).toBe(true));
  await page.keyboard.type('Tall tower');
  file.release();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/touchpoint-input-')));
  await drawn(page);
  await page.keyboard.press('Enter');
  await card(page, 'Tall tower').waitFor();
  await page.keyboard.press('Escape');
  await saved(story);
  await soon(async () => expect(placesOf(await onServer(story, account.workspaceId, map.journeyId))).toEqual(['One: Door', 'One: Tall tower']));
  await story.end();
});
