import type { Page } from 'playwright-core';
import { signUp } from './support/account.js';
import { makeMap } from './support/map.js';
import { soon } from './support/soon.js';
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

interface Place { x: number; y: number }
interface Picture { middle: Place; top: Place; left: Place; corner: Place }

/** Has the page itself look where a card and the heads are as soon as the map is a picture, which it is for a moment only. */
const lookAsPicture = (page: Page, name: string) => card(page, name).evaluate((element) => {
  const placeOf = (selector: string): Place => {
    const { x = Number.NaN, y = Number.NaN } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
    return { x, y };
  };
  const look = (): Picture => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { middle: { x: x + width / 2, y: y + height / 2 }, top: placeOf('[data-stage]'), left: placeOf('[data-lane]'), corner: placeOf('[data-stick="both"]') };
  };
  const picture = new Promise<Picture>((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[role="grid"][data-zooming]') === null) return;
      observer.disconnect();
      resolve(look());
    }).observe(document.body, { subtree: true, attributeFilter: ['data-zooming'] });
  });
  Object.assign(globalThis, { picture });
});

/** Zooms with Ctrl and the wheel over a card; where its middle was and is, while the map is a picture and when it has been laid out. */
const wheelOver = async (page: Page, name: string, turn: number) => {
  const frame = await boxOf(page, ':has(> * > [role="grid"])');
  const before = await card(page, name).boundingBox();
  if (before === null) throw new Error(`${name} is not on the page`);
  const at = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await lookAsPicture(page, name);
  await page.mouse.wheel(0, turn);
  const { middle, top, left, corner } = await page.evaluate(() => (globalThis as unknown as { picture: Promise<Picture> }).picture);
  const holds = async () => {
    const box = await card(page, name).boundingBox();
    return box !== null && near(box.x + box.width / 2, at.x) && near(box.y + box.height / 2, at.y);
  };
  const during = near(middle.x, at.x) && near(middle.y, at.y);
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
  await soon(async () => expect(await level.textContent()).toBe('74\u00a0%'));
  await soon(async () => expect(await grid.getAttribute('data-detail')).toBe('compact'));
  const back = await wheelOver(page, 'Point 5-14', -90);
  expect(back).toEqual({ during: true, after: true, headsInSight: true });
  await soon(async () => expect(await level.textContent()).toBe('100\u00a0%'));

  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await soon(async () => expect(await level.textContent()).toBe('69\u00a0%'));
  await page.locator('[data-detail="compact"]').waitFor();
  await card(page, 'Point 5-14').focus();
  await page.keyboard.press('ArrowRight');
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Point 6-14'));
  // From afar a card is a colour to the eye, and still itself to those who hear it.
  // Laid out once it rests: keys that never rest would keep it a picture.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('-');
  await page.locator('[data-detail="strip"]').waitFor();
  await page.getByRole('button', { name: 'Point 6-14' }).waitFor();
  await page.keyboard.press('1');
  await soon(async () => expect(await viewport.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth <= clientWidth && scrollHeight <= clientHeight)).toBe(true));
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
    const [box, panel, lane, head] = [await card(page, name).boundingBox(), await boxOf(page, 'aside'), await boxOf(page, '[data-lane]'), await boxOf(page, '[data-stage]')];
    return box !== null && box.x + box.width <= panel.x && box.x >= lane.x + lane.width && box.y >= head.y + head.height && box.y + box.height <= panel.y + panel.height;
  };
  const visible = await page.evaluate(() => [...document.querySelectorAll('[data-stage]')].filter((element) => element.getBoundingClientRect().right <= window.innerWidth).length);
  const last = `Point ${visible}-3`;
  await card(page, last).click();
  await soon(async () => expect(await isWhole(last)).toBe(true));
  await page.keyboard.press('Escape');
  await card(page, `Point ${visible}-11`).focus();
  await page.keyboard.press('Enter');
  await soon(async () => expect(await isWhole(`Point ${visible}-11`)).toBe(true));
  // On from there by the keys: the card that has the focus is whole too.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await soon(async () => expect(await isWhole(`Point ${visible + 1}-11`)).toBe(true));
  await story.end();
});
