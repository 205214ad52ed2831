import type { Page } from 'playwright-core';
import { signUp } from './support/account.js';
import { makeMap } from './support/map.js';
import { setStage } from './support/stage.js';

const stage = setStage();

const stages = Object.fromEntries(Array.from({ length: 12 }, (_, column) => [`Stage ${column + 1}`, Array.from({ length: 25 }, (__, row) => `Point ${column + 1}-${row + 1}`)]));
const card = (page: Page, name: string) => page.locator('[data-touchpoint]', { hasText: new RegExp(`^${name}(?!\\d)`) });
const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  return box;
};
const near = (one: number, other: number) => Math.abs(one - other) < 6;

/** Zooms with Ctrl and the wheel over a card; where its middle was and is, while the map is a picture and when it has been laid out. */
const wheelOver = async (page: Page, name: string, turn: number) => {
  const frame = await boxOf(page, ':has(> * > [role="grid"])');
  const before = await card(page, name).boundingBox();
  if (before === null) throw new Error(`${name} is not on the page`);
  const at = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, turn);
  await page.locator('[role="grid"][data-zooming]').waitFor();
  const holds = async () => {
    const box = await card(page, name).boundingBox();
    return box !== null && near(box.x + box.width / 2, at.x) && near(box.y + box.height / 2, at.y);
  };
  const during = await holds();
  const [top, left, corner] = [await boxOf(page, '[data-stage]'), await boxOf(page, '[data-lane]'), await boxOf(page, '[data-stick="both"]')];
  await page.keyboard.up('Control');
  await page.locator('[role="grid"]:not([data-zooming])').waitFor();
  return { during, after: await holds(), headsInSight: near(top.y, corner.y) && near(left.x, corner.x) && near(corner.y, frame.y) && near(corner.x, frame.x) };
};

it('zooms about the pointer with the heads in sight, by keys, and to the whole map', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const map = await makeMap(story, await signUp(story), 'Zoomed', stages);
  await page.goto(map.address);
  // Cards say that they have no answers as soon as that is known, and grow by it.
  await page.locator('[data-status="no_data"]').first().waitFor();
  const level = page.getByLabel(t('journeys:zoom.level'), { exact: true });
  const grid = page.getByRole('grid');
  const viewport = grid.locator('xpath=ancestor::div[2]');
  await viewport.evaluate((element) => element.scrollTo(300, 600));
  const out = await wheelOver(page, 'Point 5-14', 90);
  expect(out).toEqual({ during: true, after: true, headsInSight: true });
  expect(await level.textContent()).toBe('74\u00a0%');
  expect(await grid.getAttribute('data-detail')).toBe('compact');
  const back = await wheelOver(page, 'Point 5-14', -90);
  expect(back).toEqual({ during: true, after: true, headsInSight: true });
  expect(await level.textContent()).toBe('100\u00a0%');

  await page.keyboard.press('-');
  await page.keyboard.press('-');
  expect(await level.textContent()).toBe('69\u00a0%');
  await page.locator('[data-detail="compact"]').waitFor();
  await card(page, 'Point 5-14').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Point 6-14');
  await page.keyboard.press('1');
  expect(await viewport.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth <= clientWidth && scrollHeight <= clientHeight)).toBe(true);
  await page.keyboard.press('0');
  await page.locator('[data-detail="full"]').waitFor();
  await story.end();
});

it('shows the whole card beside the panel that its click or Enter opens', async () => {
  const story = await stage.begin();
  const { page, t } = story;
  const map = await makeMap(story, await signUp(story), 'Covered', stages);
  await page.goto(map.address);
  await card(page, 'Point 1-1').waitFor();
  const isWhole = async (name: string) => {
    await page.getByLabel(t('journeys:inspector.label', { name }), { exact: true }).waitFor();
    await page.waitForTimeout(200);
    const [box, panel, lane, head] = [await card(page, name).boundingBox(), await boxOf(page, 'aside'), await boxOf(page, '[data-lane]'), await boxOf(page, '[data-stage]')];
    return box !== null && box.x + box.width <= panel.x && box.x >= lane.x + lane.width && box.y >= head.y + head.height && box.y + box.height <= panel.y + panel.height;
  };
  const visible = await page.evaluate(() => [...document.querySelectorAll('[data-stage]')].filter((element) => element.getBoundingClientRect().right <= window.innerWidth).length);
  const last = `Point ${visible}-3`;
  await card(page, last).click();
  expect(await isWhole(last)).toBe(true);
  await page.keyboard.press('Escape');
  await card(page, `Point ${visible}-11`).focus();
  await page.keyboard.press('Enter');
  expect(await isWhole(`Point ${visible}-11`)).toBe(true);
  // On from there by the keys: the card that has the focus is whole too.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await isWhole(`Point ${visible + 1}-11`)).toBe(true);
  await story.end();
});
