import { startApi, type TestApi } from '../../apps/api/api.fixture';
import { describeChromium } from '../setup/chromium';
import { launch, openWatched } from './browser';

describeChromium('the page of a city elsewhere', (executable) => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi({ timeZone: 'America/New_York' })));
  afterAll(() => api.close());

  test("tells the time by the city's clock, not by that of another one or of the reader", async () => {
    const browser = await launch(executable);
    try {
      const { page, wrongs } = await openWatched(browser, api.address);
      const told = `import('/assets/time.js').then(({ dateTime }) => dateTime('2026-03-02T01:00:00.000Z'))`;
      expect(await page.evaluate(told)).toBe('2026-03-01 20:00');
      await page.goto(`${api.address}/p`);
      expect(await page.evaluate(told)).toBe('2026-03-01 20:00');
      expect(wrongs).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
