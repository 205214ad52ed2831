import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { password } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';
import type { Story } from './support/story.js';

/** The public SFO survey, kept beside the checkout. */
const survey = resolve(import.meta.dirname, '../../../../shared/data/sfo-2017');
const story = existsSync(join(survey, 'survey.csv')) ? it.each(['en', 'ru'] as const) : it.skip.each(['en', 'ru'] as const);
if (!existsSync(survey)) process.stderr.write('The SFO survey is not beside the checkout (../shared/data/sfo-2017): its story is skipped.\n');

const stage = setStage();
const number = (locale: string, text: string) => (locale === 'ru' ? text.replace('.', ',') : text);
/** Numbers are grouped with no-break spaces, which a regular expression must be told. */
const plain = async (text: Promise<string | null>) => (await text ?? '').replaceAll('\u00a0', ' ');

const register = async ({ page, t, locale }: Story) => {
  await page.goto('/register');
  await page.getByLabel(t('identity:field.name'), { exact: true }).fill('Анна Петрова');
  await page.getByLabel(t('identity:field.email')).fill(`first-map-${locale}@example.com`);
  await page.getByLabel(t('identity:field.password'), { exact: true }).fill(password);
  await page.getByLabel(t('identity:field.workspaceName')).fill('SFO');
  await page.getByRole('button', { name: t('identity:register.submit') }).click();
  await page.waitForURL(/\/w\/[0-9a-f-]{36}\//);
};

const importMap = async ({ page, t }: Story) => {
  await page.getByRole('link', { name: t('nav.journeys'), exact: true }).click();
  // The first page has a door of the same name.
  await page.waitForURL(/\/journeys$/);
  await page.getByRole('heading', { name: t('journeys:list.title'), level: 1 }).waitFor();
  await page.getByRole('button', { name: t('journeys:list.import') }).first().click();
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(join(survey, 'journey.json'));
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}/);
  await page.getByText('Security screening').first().waitFor();
};

const importSurvey = async ({ page, t, locale }: Story, journeyId: string) => {
  await page.getByRole('link', { name: t('journeys:notice.import') }).first().click();
  await page.waitForURL(`**/imports/new?journey=${journeyId}`);
  await page.getByLabel(t('feedback:file.openMapping')).setInputFiles(join(survey, 'mapping.json'));
  await page.getByText(t('feedback:file.mappingReady', { name: 'mapping.json' })).waitFor();
  await expectAccessible(page, 'import: file');
  await page.getByLabel(t('feedback:file.choose')).setInputFiles(join(survey, 'survey.csv'));
  await page.getByText('Q7FOOD').first().waitFor();
  await expectAccessible(page, 'import: columns');
  await takePictures(page, `import-columns-${locale}`);
  await page.getByRole('button', { name: t('feedback:columns.next') }).click();
  await page.getByRole('heading', { name: t('feedback:check.title') }).waitFor();
  await takePictures(page, `import-check-${locale}`);
  await page.getByRole('button', { name: t('feedback:check.start') }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: t('feedback:run.done') }).waitFor({ timeout: 300_000 });
  await soon(async () => expect(await plain(page.locator('main').textContent())).toContain(locale === 'ru' ? '2 831' : '2,831'));
  await expectAccessible(page, 'import: report');
  await takePictures(page, `import-report-${locale}`);
  await page.getByRole('link', { name: t('feedback:run.show') }).click();
  await page.waitForURL(/from=2017-05-01&to=2017-05-31/);
};

const chooseMetric = async ({ page, t }: Story, metric: 'csi') => {
  await page.getByRole('button', { name: new RegExp(`^${t('journeys:metric.label')}`) }).click();
  await page.getByRole('option', { name: new RegExp(`^${t(`journeys:metric.${metric}.name`)}`) }).click();
  await page.locator('[data-touchpoint][data-status=ok]').first().waitFor();
};

/** Name, value and mark of every coloured card, as they stand on the map. */
const cardsOf = ({ page, t }: Story) => page.locator('[data-touchpoint][data-status=ok]').evaluateAll((cards, below) => cards.map((card) => ({
  text: (card.textContent ?? '').replaceAll('\u00a0', ' '),
  value: Number((card.querySelector('b')?.textContent ?? '').replace(',', '.')),
  isBelow: (card.textContent ?? '').includes(below),
})), t('journeys:card.below'));

const scoreAndOwn = async ({ page, t, locale }: Story) => {
  const panel = page.getByLabel(t('journeys:inspector.label', { name: 'Security screening' }));
  await panel.getByRole('tab', { name: t('journeys:inspector.tab.threeP') }).click();
  for (const [p, level] of [['people', 4], ['process', 2], ['product', 3]] as const) {
    await panel.getByRole('group', { name: t(`journeys:p.${p}`) }).getByText(String(level), { exact: true }).click();
  }
  await panel.getByLabel(t('journeys:threeP.note')).fill('Queue at 5 am');
  await panel.getByRole('button', { name: t('journeys:threeP.save') }).click();
  await panel.getByText(t('journeys:threeP.weakest', { p: t('journeys:p.process') })).first().waitFor();
  await expectAccessible(page, 'inspector: 3P');
  await takePictures(page, `inspector-3p-${locale}`);

  await panel.getByRole('tab', { name: t('journeys:inspector.tab.owners') }).click();
  await panel.getByRole('link', { name: t('journeys:owners.makeFunctions') }).click();
  await page.getByRole('button', { name: t('ownership:functions.choose') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('ownership:functions.new')).fill('Security');
  await dialog.getByRole('button', { name: t('ownership:functions.add'), exact: true }).click();
  await dialog.getByRole('button', { name: t('ownership:functions.remove', { name: 'Security' }) }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: t('ownership:editLabel', { name: 'Security screening' }) }).first().click();
  await panel.getByRole('combobox', { name: t('journeys:owners.accountable') }).click();
  await page.getByRole('option', { name: 'Security' }).click();
  await panel.getByRole('button', { name: t('journeys:owners.save') }).click();
  await page.locator('[data-touchpoint]', { hasText: 'Security screening' }).getByText('Security', { exact: true }).waitFor();
};

story('from an empty workspace to a heat map on real answers (%s)', async (locale) => {
  const told = await stage.begin({ locale });
  const { page, t } = told;
  await register(told);
  await importMap(told);
  const journeyId = /journeys\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await importSurvey(told, journeyId);

  await chooseMetric(told, 'csi');
  await soon(async () => expect(await cardsOf(told)).toHaveLength(23));
  const cards = (await cardsOf(told)).toSorted((a, b) => a.value - b.value);
  expect(cards.slice(0, 2).map(({ text }) => /Restaurants|Shops/.exec(text)?.[0])).toEqual(['Restaurants', 'Shops']);
  expect(cards.slice(0, 2).every(({ isBelow }) => isBelow)).toBe(true);
  // Where “show on the map” was clicked there is a card now, and its facts would cover the map.
  await page.mouse.move(700, 2);
  await expectAccessible(page, 'map');
  await takePictures(page, `map-${locale}`);

  await page.locator('[data-touchpoint]', { hasText: 'Security screening' }).click();
  const panel = page.getByLabel(t('journeys:inspector.label', { name: 'Security screening' }));
  await panel.getByText(number(locale, '82.7')).first().waitFor();
  for (const said of locale === 'ru' ? ['ДИ 95 %: 81,8–83,6', '2 407'] : ['95 % CI: 81.8–83.6', '2,407']) {
    await soon(async () => expect(await plain(panel.textContent())).toContain(said));
  }
  await expectAccessible(page, 'inspector: overview');
  await takePictures(page, `inspector-${locale}`);
  await scoreAndOwn(told);
  await takePictures(page, `owned-${locale}`);

  await page.getByRole('link', { name: t('nav.pulse'), exact: true }).click();
  await page.getByRole('button', { name: 'NPS: 40' }).waitFor();
  await expectAccessible(page, 'Pulse');
  await takePictures(page, `pulse-${locale}`);

  await page.getByRole('button', { name: t('account.menu', { name: 'Анна Петрова' }) }).click();
  await page.getByRole('menuitem', { name: t('account.signOut') }).click();
  await page.waitForURL('**/sign-in');
  await page.getByLabel(t('identity:field.email')).fill(`first-map-${locale}@example.com`);
  await page.getByLabel(t('identity:field.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('identity:signIn.submit') }).click();
  await page.getByRole('link', { name: t('nav.pulse'), exact: true }).click();
  await page.getByRole('button', { name: 'NPS: 40' }).waitFor();
  await page.getByRole('link', { name: t('nav.ownership'), exact: true }).click();
  await page.getByRole('row', { name: /Security screening/ }).getByText('100').waitFor();
  await expectAccessible(page, 'ownership');
  await takePictures(page, `ownership-${locale}`);
  await told.end();
}, 1_200_000);
