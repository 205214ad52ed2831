import { signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { hold } from './support/hold.js';
import { makeMap } from './support/map.js';
import { takePictures } from './support/pictures.js';
import { setStage } from './support/stage.js';
import type { Story } from './support/story.js';

const stage = setStage();

/** An export as survey tools make it: codes, then the questions' texts, then service ids; ratings in words; people's e-mails. */
const exported = () => {
  const words = ['Extremely satisfied', 'Somewhat satisfied', 'Neither satisfied nor dissatisfied', 'Somewhat dissatisfied', 'Extremely dissatisfied', 'N/A'];
  const lines = [
    'ResponseId,EndDate,RecipientEmail,Q1,Q3_1,Q3_2',
    'Response ID,End Date,Recipient Email,How likely are you to recommend us?,How satisfied were you with the following? - Mobile app,How satisfied were you with the following? - Branch',
    '{"ImportId":"_recordId"},{"ImportId":"endDate"},{"ImportId":"mail"},{"ImportId":"QID1"},{"ImportId":"QID3_1"},{"ImportId":"QID3_2"}'.replaceAll('"', '""').replaceAll(/\{[^}]*\}/g, (cell) => `"${cell}"`),
    ...Array.from({ length: 60 }, (_, index) => `R_${index},2026-05-${String((index % 28) + 1).padStart(2, '0')} 10:00:00,p${index}@example.com,${index % 11},${words[index % 6] ?? ''},${words[(index + 2) % 6] ?? ''}`),
    'R_60,2026-05-09 11:00:00,p60@example.com,55,Somewhat satisfied,',
  ];
  return lines.join('\n');
};

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = ({ page, t }: Story, file: { name: string; mimeType: string; buffer: Buffer }) => page.getByLabel(t('feedback:file.choose')).setInputFiles(file);

/** The wizard of a workspace with one journey, which the answers are therefore about. */
const begin = async (story: Story) => {
  const account = await signUp(story);
  await makeMap(story, account, 'Client', { Use: ['Branch'] });
  await story.page.goto(`/w/${account.workspaceId}/imports/new`);
  await story.page.getByText(story.t('feedback:file.drop')).waitFor();
};

it.each(['en', 'ru'] as const)('an export goes onto the map without a correction; a slip and a second time are told before anything is stored (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  await begin(story);

  await choose(story, { name: 'slides.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await page.getByRole('alert').getByText(t('feedback:fileFaults.otherKind')).waitFor();
  await choose(story, csv('nothing.csv', ''));
  await page.getByRole('alert').getByText(t('feedback:fileFaults.empty')).waitFor();
  await choose(story, csv('long.csv', `respondent,question,score,date\n${Array.from({ length: 40 }, (_, index) => `r${Math.floor(index / 4)},${['App', 'Branch', 'Call', 'Web'][index % 4] ?? ''},${(index % 5) + 1},2026-05-01`).join('\n')}`));
  await page.getByRole('note').getByText(t('feedback:reading.long', { question: 'question', score: 'score' })).waitFor();
  await page.getByRole('button', { name: t('feedback:back') }).click();

  await choose(story, csv('export.csv', exported()));
  await page.getByText('How satisfied were you with the following? - Mobile app').waitFor();
  await page.getByText(t('feedback:columns.personal', { names: 'RecipientEmail' })).waitFor();
  // Fields half under the bar of buttons are too small to touch; at the end of the page there are none.
  await page.getByRole('combobox', { name: t('feedback:columns.add') }).scrollIntoViewIfNeeded();
  await page.keyboard.press('End');
  await expectAccessible(page, 'import: columns of an export');
  await takePictures(page, `wizard-columns-${locale}`);
  await page.getByRole('button', { name: t('feedback:columns.next') }).click();
  await page.getByRole('heading', { name: t('feedback:check.title') }).waitFor();
  await page.getByRole('cell', { name: t('feedback:reasons.invalid_answer', { min: '0', max: '10' }) }).waitFor();
  await page.getByRole('button', { name: t('feedback:check.start') }).click();
  await page.getByRole('heading', { name: t('feedback:run.done') }).waitFor({ timeout: 300_000 });
  await page.getByRole('link', { name: t('feedback:run.show') }).click();
  await page.waitForURL(/from=2026-05-01&to=2026-05-31/);
  await page.locator('[data-touchpoint]', { hasText: 'Mobile app' }).waitFor();
  expect(await page.locator('[data-touchpoint]', { hasText: 'Branch' }).count()).toBe(1);

  const workspace = /\/w\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  await page.goto(`${workspace}/imports/new`);
  await choose(story, csv('export.csv', exported()));
  await page.getByRole('button', { name: t('feedback:columns.next') }).click();
  await page.getByText(t('feedback:run.allKnown')).waitFor();
  expect(await page.getByRole('button', { name: t('feedback:check.start') }).isDisabled()).toBe(true);
  await story.end();
});

it('recognises touchpoints in a file that was chosen before their names had come', async () => {
  const story = await stage.begin();
  const { page, context, t } = story;
  const account = await signUp(story);
  await makeMap(story, account, 'Client', { Use: ['Check-in desk'] });
  const names = await hold(context, /\/journeys\/[0-9a-f-]{36}$/);
  const preview = await hold(context, /\/imports\/preview$/, 'POST');
  await page.goto(`/w/${account.workspaceId}/imports/new`);
  await page.getByText(t('feedback:file.drop')).waitFor();
  await names.reached;
  await choose(story, csv('desks.csv', `id,date,Check-in desks\n${Array.from({ length: 40 }, (_, index) => `r${index},2026-05-01,${(index % 5) + 1}`).join('\n')}`));
  await page.getByRole('button', { name: t('feedback:file.choose') }).and(page.locator('[data-loading]')).waitFor();
  const known = page.waitForResponse(/\/journeys\/[0-9a-f-]{36}$/);
  names.release();
  await (await known).finished();
  preview.release();
  const touchpoint = page.getByRole('combobox', { name: t('feedback:columns.touchpoint', { column: 'Check-in desks' }) });
  await touchpoint.waitFor();
  expect(await touchpoint.inputValue()).toBe('Check-in desk');
  await story.end();
});
