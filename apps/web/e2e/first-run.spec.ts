import { signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { drawn } from './support/drawn.js';
import { hold } from './support/hold.js';
import { call } from './support/map.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';

const stage = setStage();

it.each(['en', 'ru'] as const)('offers three doors into an empty workspace (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto('/');
  await page.waitForURL(`**/w/${workspaceId}/start`);
  await page.getByRole('heading', { name: t('start.template.title') }).waitFor();
  await expectAccessible(page, 'first steps');
  await takePictures(page, `start-${locale}`);

  await page.getByRole('button', { name: t('start.template.action') }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: t('journeys:new.name') }).fill('Hotel');
  await expectAccessible(page, 'new journey');
  await page.getByRole('button', { name: t('journeys:new.create') }).click();
  await page.waitForURL(`**/w/${workspaceId}/journeys/*`);
  await page.getByRole('heading', { name: 'Hotel' }).waitFor();

  // With a map in it the workspace opens on its maps.
  await page.getByRole('link', { name: t('nav.home') }).click();
  await page.waitForURL(`**/w/${workspaceId}/journeys`);
  await story.end();
});

it('opens the demo beside the workspace and removes it', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto('/');
  await page.getByRole('button', { name: t('start.demo.action') }).click();
  const chip = page.getByRole('button', { name: /^Demo workspace/ });
  await chip.waitFor();
  expect(page.url()).not.toContain(workspaceId);
  await chip.click();
  await page.getByRole('dialog').getByText(t('demo.text')).waitFor();
  await expectAccessible(page, 'demo');
  // The message goes again after a while, so it is looked out for before it can come.
  await Promise.all([page.getByText(t('demo.removed')).waitFor(), page.getByRole('button', { name: t('demo.remove') }).click()]);
  await page.waitForURL(`**/w/${workspaceId}/start`);
  await story.end();
});

it('opens the demo later from the workspace menu, and removes it from there', async () => {
  const story = await stage.begin({ locale: 'ru' });
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  const menu = (name: string) => page.getByRole('button', { name: t('workspace.switch', { name }) });
  await page.goto(`/w/${workspaceId}/touchpoints`);
  await menu('Аэропорт').click();
  await page.getByRole('menuitem', { name: t('start.demo.action') }).click();
  await menu('Демо-банк').click();
  expect(page.url()).not.toContain(workspaceId);
  await page.getByRole('menuitem', { name: t('demo.remove') }).waitFor();
  expect(await page.getByRole('menuitem', { name: t('start.demo.action') }).count()).toBe(0);
  await Promise.all([page.getByText(t('demo.removed')).waitFor(), page.getByRole('menuitem', { name: t('demo.remove') }).click()]);
  await menu('Аэропорт').waitFor();
  await story.end();
});

it('follows the last link that was chosen, however long the first page takes to be found', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/settings/workspace`);
  const [maps, file] = [await hold(context, /\/journeys(\?|$)/), await hold(context, /\/assets\/touchpoints-page.*\.js$/)];
  await page.getByRole('link', { name: t('nav.home') }).click();
  await maps.reached;
  // The file of the page that is chosen then is not there yet when the answer comes.
  await page.getByRole('link', { name: t('nav.touchpoints') }).click();
  await file.reached;
  const answered = page.waitForResponse(/\/journeys(\?|$)/);
  maps.release();
  await (await answered).finished();
  await drawn(page);
  file.release();
  await page.getByRole('heading', { level: 1, name: t('touchpoints:title') }).waitFor();
  expect(page.url()).toContain('/touchpoints');

  // Going home is one step, and one step back.
  await page.getByRole('link', { name: t('nav.home') }).click();
  await page.waitForURL(`**/w/${workspaceId}/start`);
  await page.goBack();
  await page.waitForURL('**/touchpoints');
  await story.end();
});

it('finds the first page when who is signed in could only be read at the second try', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  await context.route('**/api/v1/auth/me', (route) => route.fulfill({ status: 400, body: '' }));
  await page.goto('/sign-in');
  await page.goto(`/w/${workspaceId}`);
  await page.getByRole('button', { name: t('retry') }).waitFor();
  await context.unroute('**/api/v1/auth/me');
  await page.getByRole('button', { name: t('retry') }).click();
  await page.waitForURL(`**/w/${workspaceId}/start`);
  await page.goBack();
  await page.waitForURL('**/sign-in');
  await story.end();
});

it('is walked by keyboard: skip link, rail, titles take the focus', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/settings/members`);
  await page.getByRole('heading', { name: t('identity:invite.title') }).waitFor();
  await page.keyboard.press('Tab');
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('skip')));
  await page.keyboard.press('Enter');
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('main'));

  await page.getByRole('link', { name: t('nav.touchpoints') }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/touchpoints');
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await soon(async () => expect(await page.title()).toBe(`${await page.locator('h1').textContent() ?? ''} · Afferent`));

  // A dialog gives the focus back to what opened it.
  await page.getByRole('button', { name: t('touchpoints:add') }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel(t('touchpoints:name')).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('touchpoints:add')));

  const menu = page.getByRole('button', { name: t('workspace.switch', { name: 'Аэропорт' }) });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await expectAccessible(page, 'workspace menu');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await soon(async () => expect(await menu.evaluate((node) => node === document.activeElement)).toBe(true));
  await story.end();
});

it('says at once that there is no connection, and reads again when it is back', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  // Without a touchpoint there is nothing to search.
  await call(story, 'POST', `/workspaces/${workspaceId}/touchpoints`, { name: 'Door' });
  // The file of the page is there; only its figures are not.
  await page.goto(`/w/${workspaceId}/touchpoints`);
  await page.getByRole('heading', { name: t('touchpoints:title') }).waitFor();
  const tries: string[] = [];
  await context.route('**/api/v1/**', (route) => {
    tries.push(route.request().url());
    return route.abort('internetdisconnected');
  });
  await context.setOffline(true);
  await page.getByRole('textbox', { name: t('touchpoints:search') }).fill('desk');
  await page.getByText(t('problem.unreachable.title')).waitFor();
  // At once is: without a second try.
  expect(tries.filter((url) => url.includes('desk'))).toHaveLength(1);
  await context.unroute('**/api/v1/**');
  await context.setOffline(false);
  await page.getByText(t('touchpoints:empty.nothing')).waitFor();
  await context.close();
});

it('does not scroll sideways at 400 % zoom', async () => {
  const story = await stage.begin();
  const { page } = story;
  const { workspaceId } = await signUp(story);
  // A window of 1440×900 at 400 % has this many CSS pixels.
  await page.setViewportSize({ width: 360, height: 225 });
  for (const path of ['start', 'pulse', 'journeys', 'touchpoints', 'ownership', 'imports/new', 'settings/members', 'settings/api-keys', 'settings/workspace', 'settings/account']) {
    await page.goto(`/w/${workspaceId}/${path}`);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    await soon(async () => expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]));
  }
  await story.end();
});

it.each(['en', 'ru'] as const)('an address that no page has, and a journey that is gone, show the way on (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  await page.goto('/nothing/here');
  await page.getByRole('heading', { level: 1, name: t('notFound.title') }).waitFor();
  await expectAccessible(page, 'an unknown address');
  await takePictures(page, `unknown-address-${locale}`);

  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/journeys/${crypto.randomUUID()}`);
  await page.getByRole('alert').getByText(t('problem.gone.title')).waitFor();
  // Nothing was typed here, and asking again would bring nothing.
  expect(await page.getByText(t('problem.kept')).count()).toBe(0);
  expect(await page.getByRole('button', { name: t('retry') }).count()).toBe(0);
  await expectAccessible(page, 'a journey that is gone');
  await page.getByRole('alert').getByRole('link', { name: t('journeys:list.title') }).click();
  await page.waitForURL('**/journeys');
  await story.end();
});
