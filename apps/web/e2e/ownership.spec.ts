import { password, signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { hold } from './support/hold.js';
import { answerCsi, call, makeMap } from './support/map.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';

const stage = setStage();

it.each(['en', 'ru'] as const)('asks before a function goes, tells what goes with it, and keeps one that is in use (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'A guest', { Stay: ['Room'] });
  const base = `/workspaces/${account.workspaceId}`;
  const [used] = await Promise.all(['Reception', 'Kitchen'].map((name) => call<{ id: string }>(story, 'POST', `${base}/functions`, { name })));
  await call(story, 'PUT', `${base}/touchpoints/${map.touchpoints.get('Room')}/influence`, { owner: { functionId: used?.id }, functions: [{ functionId: used?.id, degree: 3 }] });

  await page.goto(`/w/${account.workspaceId}/ownership`);
  await page.getByRole('button', { name: t('ownership:functions.manage'), exact: true }).click();
  const removal = async (name: string) => {
    await page.getByRole('button', { name: t('ownership:functions.remove', { name }) }).click();
    const dialog = page.getByRole('dialog', { name: t('ownership:functions.removeTitle') });
    await dialog.getByText(t('ownership:functions.removeText', { n: '0' })).waitFor();
    return dialog;
  };
  const kitchen = await removal('Kitchen');
  expect(await kitchen.getByRole('button', { name: t('delete') }).isDisabled()).toBe(true);
  await expectAccessible(page, 'removing a function');
  await takePictures(page, `function-removal-${locale}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('ownership:functions.remove', { name: 'Kitchen' }) }).waitFor();

  const again = await removal('Kitchen');
  await again.getByRole('textbox').fill('Kitchen');
  await again.getByRole('button', { name: t('delete') }).click();
  await page.getByRole('button', { name: t('ownership:functions.remove', { name: 'Kitchen' }) }).waitFor({ state: 'detached' });

  const reception = await removal('Reception');
  await reception.getByRole('textbox').fill('Reception');
  await reception.getByRole('button', { name: t('delete') }).click();
  await reception.getByRole('alert').getByText(t('ownership:functions.inUse')).waitFor();
  await story.end();
});

it('gives a figure of the page its interval and answers on focus', async () => {
  const story = await stage.begin();
  const { page } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'A guest', { Stay: ['Room'] });
  await answerCsi(story, account, map, { Room: { 4: 20, 5: 20 } });
  await call(story, 'POST', `/workspaces/${account.workspaceId}/functions`, { name: 'Reception' });
  await page.goto(`/w/${account.workspaceId}/ownership`);
  const figure = page.getByRole('button', { name: 'Room: 87.5' });
  await figure.focus();
  await page.getByRole('tooltip').getByText(/^95.% CI: 8\d\.\d–9\d\.\d · 40 answers$/).waitFor();
  await story.end();
});

it('keeps everybody who was chosen one after the other, however long each choice takes to be saved', async () => {
  const [story, colleague] = [await stage.begin(), await stage.begin()];
  const { page, context, t } = story;
  const account = await signUp(story);
  const base = `/workspaces/${account.workspaceId}`;
  await makeMap(story, account, 'A guest', { Stay: ['Room'] });
  const { link } = await call<{ link: string }>(story, 'POST', `${base}/invitations`, { email: 'colleague@example.com', role: 'editor' });
  await call(colleague, 'POST', '/invitations/accept', { token: link.split('/').at(-1), name: 'Борис', password });
  await colleague.end();
  await call(story, 'POST', `${base}/functions`, { name: 'Reception' });

  await page.goto(`/w/${account.workspaceId}/ownership`);
  await page.getByRole('button', { name: t('ownership:functions.manage'), exact: true }).click();
  const saving = await hold(context, /\/members$/, 'PUT');
  await page.getByRole('combobox', { name: t('ownership:functions.people', { name: 'Reception' }) }).click();
  await page.getByRole('option', { name: 'Борис' }).click();
  await saving.reached;
  await page.getByRole('option', { name: account.name }).click();
  saving.release();
  const people = async () => (await call<{ items: { userIds: string[] }[] }>(story, 'GET', `${base}/functions`)).items[0]?.userIds;
  await soon(async () => expect(await people()).toHaveLength(2));
  await story.end();
});

it('keeps what was chosen while the influence chosen before is being saved', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  const map = await makeMap(story, account, 'A guest', { Stay: ['Room'] });
  const base = `/workspaces/${account.workspaceId}`;
  await call(story, 'POST', `${base}/functions`, { name: 'Kitchen' });
  await call(story, 'POST', `${base}/functions`, { name: 'Reception' });
  await page.goto(`${map.address}?touchpoint=${map.touchpoints.get('Room')}&tab=owners`);
  const degree = (name: string, of: number) => page.getByRole('radiogroup', { name: t('journeys:owners.degreeOf', { name }) }).getByTitle(t(`journeys:owners.degree.${of}`));
  const save = page.getByRole('button', { name: t('journeys:owners.save') });
  await degree('Reception', 3).click();
  const again = await hold(context, /\/influence$/);
  await save.click();
  await again.reached;
  await degree('Kitchen', 1).click();
  const reread = page.waitForResponse((answer) => answer.url().endsWith('/influence') && answer.request().method() === 'GET');
  again.release();
  await (await reread).finished();
  await save.click();
  const shares = async () => (await call<{ functions: { share: number }[] }>(story, 'GET', `${base}/touchpoints/${map.touchpoints.get('Room')}/influence`)).functions.map(({ share }) => share);
  await soon(async () => expect((await shares()).toSorted()).toEqual([0.25, 0.75]));
  await story.end();
});
