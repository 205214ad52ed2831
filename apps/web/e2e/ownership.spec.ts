import { signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { answerCsi, call, makeMap } from './support/map.js';
import { takePictures } from './support/pictures.js';
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
