import { password, signUp } from './support/account.js';
import { expectAccessible } from './support/axe.js';
import { plainHost } from './support/browser.js';
import { takePictures } from './support/pictures.js';
import { soon } from './support/soon.js';
import { setStage } from './support/stage.js';
import type { Story } from './support/story.js';

const stage = setStage();

const fillRegistration = async ({ page, t }: Story, email: string) => {
  await page.goto('/register');
  await page.getByLabel(t('identity:field.name'), { exact: true }).fill('Анна Петрова');
  await page.getByLabel(t('identity:field.email')).fill(email);
  await page.getByLabel(t('identity:field.password'), { exact: true }).fill(password);
  await page.getByLabel(t('identity:field.workspaceName')).fill('Аэропорт');
  await page.getByRole('button', { name: t('identity:register.submit') }).click();
};

const signIn = async ({ page, t }: Story, email: string, secret = password) => {
  await page.getByLabel(t('identity:field.email')).fill(email);
  await page.getByLabel(t('identity:field.password'), { exact: true }).fill(secret);
  await page.getByRole('button', { name: t('identity:signIn.submit') }).click();
};

const signOut = async ({ page, t }: Story) => {
  await page.getByRole('button', { name: t('account.menu', { name: 'Анна Петрова' }) }).click();
  await page.getByRole('menuitem', { name: t('account.signOut') }).click();
  await page.waitForURL('**/sign-in');
};

it.each(['en', 'ru'] as const)('registers, signs out and comes back to the page asked for (%s)', async (locale) => {
  const story = await stage.begin({ locale });
  const { page, t } = story;
  const email = locale === 'ru' ? 'anna@пример.рф' : 'anna@example.com';

  await page.goto('/');
  await page.getByRole('heading', { name: t('identity:signIn.title') }).waitFor();
  await expectAccessible(page, 'sign-in');
  await takePictures(page, `sign-in-${locale}`);
  await page.getByRole('link', { name: t('identity:signIn.register') }).click();
  await page.getByRole('heading', { name: t('identity:register.title') }).waitFor();
  await expectAccessible(page, 'register');

  await fillRegistration(story, email);
  await page.waitForURL(/\/w\/[0-9a-f-]{36}\//);
  const workspace = /\/w\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';

  await signOut(story);
  await page.goto(`${workspace}/settings/workspace`);
  await page.waitForURL('**/sign-in?next=*');
  await signIn(story, email);
  await page.waitForURL(`**${workspace}/settings/workspace`);
  await page.getByLabel(t('identity:field.workspaceName')).waitFor();
  await soon(async () => expect(await page.getByLabel(t('identity:field.workspaceName')).inputValue()).toBe('Аэропорт'));
  // The browser's zone came along with the registration.
  await soon(async () => expect(await page.getByRole('combobox', { name: t('identity:workspace.timezone') }).inputValue()).toBe('Europe/Moscow'));
  await story.end();
});

it('says what is wrong at the field and keeps what was typed', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  await page.goto('/register');
  await page.getByLabel(t('identity:field.email')).fill('not an address');
  await page.getByLabel(t('identity:field.password'), { exact: true }).fill('short');
  await page.getByRole('button', { name: t('identity:register.submit') }).click();
  await page.getByText(t('identity:error.email')).waitFor();
  await page.getByText(t('identity:error.newPassword')).waitFor();
  expect(await page.getByLabel(t('identity:field.email')).inputValue()).toBe('not an address');
  await expectAccessible(page, 'register with errors');

  const other = await stage.begin();
  const { email } = await signUp(other);
  await other.end();
  // The check of a field that was left comes after the server's answer, as on a slow machine.
  await page.addInitScript(() => {
    const soonest = window.setTimeout;
    const late = { waiting: 0 };
    Object.assign(window, { late, setTimeout: (work: () => void, ms?: number) => {
      if (ms !== 200) return soonest(work, ms);
      late.waiting += 1;
      return soonest(() => { work(); late.waiting -= 1; }, 3_000);
    } });
  });
  await fillRegistration(story, email);
  await page.getByText(t('identity:error.emailTaken')).waitFor();
  await page.waitForFunction(() => (window as unknown as { late: { waiting: number } }).late.waiting === 0);
  expect(await page.getByText(t('identity:error.emailTaken')).isVisible()).toBe(true);

  await page.goto('/sign-in');
  await signIn(story, email, 'wrong password');
  await page.getByRole('alert').getByText(t('identity:signIn.wrong')).waitFor();
  expect(await page.getByLabel(t('identity:field.email')).inputValue()).toBe(email);
  await expectAccessible(page, 'sign-in refused');
  await story.end();
});

it('invites by a link that works once, and leaves whom it takes out again a way on', async () => {
  const admin = await stage.begin();
  const { workspaceId } = await signUp(admin);
  await admin.page.goto('/');
  await admin.page.getByRole('link', { name: admin.t('nav.settings') }).click();
  await admin.page.getByRole('heading', { name: admin.t('identity:invite.title') }).waitFor();
  await admin.page.getByLabel(admin.t('identity:field.email')).fill('Viktor@example.com');
  await admin.page.getByRole('button', { name: admin.t('identity:invite.submit'), exact: true }).click();
  const link = await admin.page.getByLabel(admin.t('identity:invite.link')).textContent() ?? '';
  await expectAccessible(admin.page, 'members');
  await takePictures(admin.page, 'members-en');

  const guest = await stage.begin({ locale: 'ru', size: 'phone', scheme: 'dark' });
  await guest.page.goto(link);
  await guest.page.getByLabel(guest.t('identity:field.name'), { exact: true }).fill('Виктор Павлович');
  await guest.page.getByLabel(guest.t('identity:field.password'), { exact: true }).fill(password);
  await expectAccessible(guest.page, 'invitation');
  await guest.page.getByRole('button', { name: guest.t('identity:invitation.join') }).click();
  await guest.page.waitForURL(/\/w\/[0-9a-f-]{36}\//);
  await guest.page.goto(link);
  await guest.page.getByText(guest.t('identity:invitation.dead')).waitFor();

  await admin.page.reload();
  await admin.page.getByRole('cell', { name: 'viktor@example.com' }).waitFor();
  const members = `/api/v1/workspaces/${workspaceId}/members`;
  const { items } = await (await admin.page.request.get(members)).json() as { items: { userId: string; email: string }[] };
  const removed = await admin.page.request.delete(`${members}/${items.find(({ email }) => email === 'viktor@example.com')?.userId ?? ''}`, { headers: { Origin: admin.url } });
  expect(removed.status()).toBe(204);

  await guest.page.goto('/');
  await guest.page.getByRole('heading', { name: guest.t('noWorkspace.title') }).waitFor();
  await expectAccessible(guest.page, 'without a workspace');
  await takePictures(guest.page, 'without-workspace-ru');
  await guest.page.getByRole('button', { name: guest.t('account.signOut') }).click();
  await guest.page.waitForURL('**/sign-in');
  await signIn(guest, 'viktor@example.com');
  await guest.page.getByRole('button', { name: guest.t('workspace.new') }).click();
  await guest.page.getByLabel(guest.t('workspace.name')).fill('Своё');
  await guest.page.getByRole('button', { name: guest.t('workspace.create') }).click();
  await guest.page.waitForURL(/\/w\/[0-9a-f-]{36}\//);
  await guest.end();
  await admin.end();
});

it('shows a key once, and revokes it by its name', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  await signUp(story);
  await page.goto('/');
  await page.getByRole('link', { name: t('nav.settings') }).click();
  await page.getByRole('link', { name: t('identity:settings.apiKeys') }).click();
  await page.getByLabel(t('identity:apiKeys.name')).fill('CRM');
  await page.getByRole('button', { name: t('identity:apiKeys.submit') }).click();
  const key = await page.getByLabel(t('identity:apiKeys.key'), { exact: true }).textContent() ?? '';
  const asKey = () => fetch(`${stage.url()}/api/v1${/\/w\/([0-9a-f-]{36})/.exec(page.url())?.[0].replace('/w/', '/workspaces/') ?? ''}/members`, { headers: { Authorization: `Bearer ${key}` } });
  expect((await asKey()).status).toBe(200);
  await expectAccessible(page, 'API keys');
  await takePictures(page, 'api-keys-en');

  await page.getByRole('button', { name: t('identity:apiKeys.revokeOne', { name: 'CRM' }) }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: t('identity:apiKeys.revoke'), exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('CRM');
  await expectAccessible(page, 'revoking a key');
  await confirm.click();
  await dialog.waitFor({ state: 'detached' });
  await soon(async () => expect((await asKey()).status).toBe(401));
  await story.end();
});

it('opens the description of the API in the language of the screen, and switches it', async () => {
  const story = await stage.begin({ scheme: 'dark' });
  const { page, t } = story;
  const { workspaceId } = await signUp(story);
  await page.goto(`/w/${workspaceId}/settings/api-keys`);
  await page.getByRole('button', { name: t('language.switch') }).click();
  await page.getByRole('menuitem', { name: 'Русский' }).click();
  await page.getByRole('link', { name: 'Описание API' }).click();
  await page.getByRole('heading', { name: 'Клиентские пути' }).waitFor();
  await page.getByText('Каталог точек контакта по названию').click();
  await page.getByRole('heading', { name: 'Параметры запроса' }).filter({ visible: true }).waitFor();
  await expectAccessible(page, 'description of the API');
  await takePictures(page, 'api-page-ru');
  await page.getByRole('link', { name: 'Touchpoints' }).filter({ visible: true }).click();
  await page.locator('#type-Touchpoints').filter({ visible: true }).waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Journeys' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await story.end();
});

it('switches language and theme at once and ends another session', async () => {
  const phone = await stage.begin({ size: 'phone' });
  const { email } = await signUp(phone);
  await phone.page.goto('/');
  await phone.page.waitForURL(/\/w\//);

  const story = await stage.begin();
  const { page, t } = story;
  await page.goto('/sign-in');
  await signIn(story, email);
  await page.waitForURL(/\/w\//);
  await page.getByRole('button', { name: t('language.switch') }).click();
  await page.getByRole('menuitem', { name: 'Русский' }).click();
  await page.getByRole('button', { name: 'Тема' }).click();
  await page.getByRole('menuitem', { name: 'Тёмная' }).click();
  await page.getByRole('link', { name: 'Настройки' }).click();
  await page.getByRole('link', { name: 'Моя учётная запись' }).click();
  await page.getByRole('heading', { name: 'Где выполнен вход' }).waitFor();
  await soon(async () => expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['mantineColorScheme']])).toEqual(['ru', 'dark']));
  await expectAccessible(page, 'account');
  await takePictures(page, 'account-ru');

  const others = page.getByRole('button', { name: /^Завершить сеанс/ });
  await others.first().waitFor();
  while (await others.count() > 0) {
    const before = await others.count();
    await others.first().click();
    await page.waitForFunction((count) => document.querySelectorAll('button[aria-label^="Завершить сеанс"]').length < count, before);
  }
  await phone.page.reload();
  await phone.page.waitForURL('**/sign-in?next=*');
  await page.reload();
  await page.getByRole('heading', { name: 'Настройки' }).waitFor();
  await phone.end();
  await story.end();
});

it('makes another workspace and keeps the last administrator of each', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const { name, workspaceId } = await signUp(story);
  await page.goto('/');
  await page.getByRole('button', { name: t('workspace.switch', { name: 'Аэропорт' }) }).click();
  await page.getByRole('menuitem', { name: t('workspace.new') }).click();
  await page.getByRole('dialog').getByLabel(t('workspace.name')).fill('Вокзал');
  await expectAccessible(page, 'new workspace');
  await page.getByRole('button', { name: t('workspace.create') }).click();
  await page.getByRole('button', { name: t('workspace.switch', { name: 'Вокзал' }) }).waitFor();
  expect(page.url()).not.toContain(workspaceId);

  await page.getByRole('link', { name: t('nav.settings') }).click();
  await page.getByRole('button', { name: t('identity:members.removeOne', { name }) }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: t('identity:members.remove'), exact: true }).click();
  await page.getByText(t('identity:members.lastAdmin')).waitFor();
  await story.end();
});

it('says that HTTPS is needed where the browser would not keep the session', async () => {
  const story = await stage.begin({ locale: 'ru' });
  const { page, t } = story;
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: t('identity:signIn.title') }).waitFor();
  expect(await page.getByText(t('https')).count()).toBe(0);

  // A page of its own: over plain http Chromium complains about headers that only HTTPS may set.
  const plain = await story.context.newPage();
  await plain.goto(story.url.replace('localhost', plainHost) + '/sign-in');
  await plain.getByText(t('https')).waitFor();
  await story.end();
});
