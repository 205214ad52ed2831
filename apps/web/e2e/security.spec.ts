import { setStage } from './support/stage.js';

const { begin } = setStage();

describe('The page', () => {
  it('lets no text become markup', async () => {
    const { page, end } = await begin();
    await page.goto('/sign-in');
    const made = await page.evaluate(() => {
      const place = document.createElement('div');
      place.innerHTML = 'text alone';
      try {
        place.innerHTML = '<img src="x">';
      } catch {
        return place.innerHTML;
      }
      return 'markup';
    });
    expect(made).toBe('text alone');
    // Stories end with an error when the policy stopped something, which here is the point.
    await expect(end()).rejects.toThrow('require-trusted-types-for');
  });
});
