import { signUp } from './support/account.js';
import { drawn } from './support/drawn.js';
import { hold, refuse } from './support/hold.js';
import { answerCsi, call, makeMap } from './support/map.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';

const stage = setStage();

it('keeps a page whose person could not be read again', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/settings/account`);
  const name = page.getByLabel(t('identity:field.name'), { exact: true });
  await name.fill('Анна Иванова');
  await refuse(context, /\/auth\/me$/);
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/auth/me') && answer.status() === 400),
    page.getByText(t('saved'), { exact: true }).waitFor(),
    page.getByRole('button', { name: t('save'), exact: true }).click(),
  ]);
  expect(await name.inputValue()).toBe('Анна Иванова');
  await page.getByRole('link', { name: t('nav.home') }).click();
  await page.waitForURL(`**/w/${workspaceId}/start`);
  await story.end();
});

it('leaves whoever has gone on meanwhile where they are', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/start`);
  const opening = await hold(context, /\/api\/v1\/demo$/, 'POST');
  await page.getByRole('button', { name: t('start.demo.action') }).click();
  await opening.reached;
  await page.getByRole('link', { name: t('nav.touchpoints') }).click();
  await page.getByRole('heading', { level: 1, name: t('touchpoints:title') }).waitFor();
  const elsewhere: string[] = [];
  page.on('request', (request) => { if (/\/w[^/]*\/[0-9a-f-]{36}\/journeys/.test(request.url()) && !request.url().includes(workspaceId)) elsewhere.push(request.url()); });
  opening.release();
  // The demo stands among the workspaces now.
  await page.getByRole('button', { name: t('workspace.switch', { name: 'Аэропорт' }) }).click();
  await page.getByRole('menuitem', { name: 'Demo bank' }).waitFor();
  await drawn(page);
  expect(elsewhere).toEqual([]);
  expect(page.url()).toContain(`${workspaceId}/touchpoints`);
  await story.end();
});

it('makes one map of two quick clicks, and none of a click while its page is still on its way', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/journeys`);
  await page.getByRole('button', { name: t('journeys:list.create') }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: t('journeys:new.name') }).fill('Once');
  const file = await hold(context, /\/assets\/journey-page-.*\.js$/);
  const create = page.getByRole('button', { name: t('journeys:new.create') });
  // On a slow machine the second click already waits when the first one is handled: no timer runs in between.
  await create.evaluate(async (button: HTMLButtonElement) => {
    button.click();
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    button.click();
  });
  await file.reached;
  expect(await create.isDisabled()).toBe(true);
  file.release();
  await page.getByRole('heading', { level: 1, name: 'Once' }).waitFor();
  expect((await call<{ items: unknown[] }>(story, 'GET', `/workspaces/${workspaceId}/journeys`)).items).toHaveLength(1);
  await story.end();
});

it('does not close a dialog when one that was left before it has been saved', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  for (const name of ['Door', 'Window']) await call(story, 'POST', `/workspaces/${workspaceId}/touchpoints`, { name });
  await page.goto(`/w/${workspaceId}/touchpoints`);
  const open = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    return { name: dialog.getByRole('textbox', { name: t('touchpoints:name') }), save: dialog.getByRole('button', { name: t('save'), exact: true }) };
  };
  const door = await open('Door');
  await door.name.fill('Gate');
  const list = await hold(context, /\/touchpoints\?/);
  await door.save.click();
  await list.reached;
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const window = await open('Window');
  await window.name.fill('Glass');
  list.release();
  await page.getByRole('cell', { name: 'Gate', includeHidden: true }).waitFor();
  await window.save.click();
  await page.getByRole('button', { name: 'Glass' }).waitFor();
  await story.end();
});

it('calls figures what they are until those that were asked for have come', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'A guest', { Stay: ['Room'] });
  await answerCsi(story, account, map, { Room: { 4: 20, 5: 20 } });
  await page.goto(`${map.address}?view=table`);
  const column = (metric: string) => page.getByRole('columnheader', { name: t(`journeys:metric.${metric}.name`), exact: true });
  await page.getByText('87.5', { exact: true }).waitFor();
  const figures = await hold(context, /metric=nps/);
  const choice = (metric: string) => page.getByRole('button', { name: `${t('journeys:metric.label')}: ${t(`journeys:metric.${metric}.name`)}` });
  await choice('csi').click();
  await page.getByRole('option', { name: t('journeys:metric.nps.name') }).click();
  await figures.reached;
  await choice('nps').waitFor();
  expect([await column('csi').count(), await column('nps').count()]).toEqual([1, 0]);
  figures.release();
  await column('nps').waitFor();
  await soon(async () => expect(await page.getByText('87.5', { exact: true }).count()).toBe(0));
  await story.end();
});

it('believes no late refusal as long as somebody is signed in, and sends to the sign-in when nobody is', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/settings/account`);
  const name = page.getByLabel(t('identity:field.name'), { exact: true });
  await name.fill('Анна Иванова');
  await context.route('**/api/v1/auth/me', (route) => (route.request().method() === 'PATCH' ? route.fulfill({ status: 401, body: '' }) : route.fallback()));
  const save = page.getByRole('button', { name: t('save'), exact: true });
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/auth/me') && answer.request().method() === 'GET');
  await save.click();
  await (await asked).finished();
  await drawn(page);
  expect(await name.inputValue()).toBe('Анна Иванова');
  await context.clearCookies();
  await save.click();
  await page.waitForURL(`**/sign-in?next=${encodeURIComponent(`/w/${workspaceId}/settings/account`)}`);
  await story.end();
});
