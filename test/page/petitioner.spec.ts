import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeChromium } from '../setup/chromium';
import { launch, openWatched, type WatchedPage } from './browser';
import { command, startStandalone, written, type RunningServer } from './server';

jest.setTimeout(120_000);

const CASE = {
  channel: 'visit',
  category: 'housing',
  title: '供暖管道漏水',
  place: '南湖街道',
  claims: [{ summary: '尽快修复' }],
  petitioner: { name: '甄可寻', phone: '13900012345' },
  statement: '我住在桂花巷七号的老宅里',
  receiver: 'petitions',
};

const REVIEW_REASONS = '没有回应我的第二个问题';

describeChromium("the petitioner's page", (executable) => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  let mine: { id: string; queryCode: string };

  const shows = (locator: Locator): Promise<void> => locator.first().waitFor();
  const look = async (code: string): Promise<void> => {
    await page.locator('#code').fill(code);
    await page.locator('#look').click();
  };
  const step = (name: string, body: object = {}) =>
    command(server.address, `/cases/${mine.id}/${name}`, body);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'huiyin-petitioner-'));
    server = await startStandalone(folder, 0);
    for (const [id, zh, superior] of [
      ['petitions', '信访局'],
      ['city', '市政府'],
      ['district', '区政府', 'city'],
      ['housing', '住建局', 'district'],
    ])
      await command(server.address, `/offices/${id}/register-office`, {
        level: 'city',
        territory: '某市',
        name: { zh, en: id },
        superior,
      });
    mine = (await written(server.address, '/cases', CASE)) as typeof mine;
    await command(server.address, '/cases', { ...CASE, title: '别人的路灯不亮' });
    browser = await launch(executable);
    watched = await openWatched(browser, server.address);
    page = watched.page;
    await page.goto(`${server.address}/p`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('a wrong code is told in one plain sentence', async () => {
    await look('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG');
    await shows(page.getByText('没有这个查询码，请核对后再试。'));
    // The browser itself notes that a request was answered 404.
    watched.wrongs.splice(0);
  });

  test('the code of the receipt, as people type it, shows where the matter stands', async () => {
    await look(mine.queryCode.toLowerCase().replaceAll('-', ' '));
    await shows(page.getByRole('heading', { name: '供暖管道漏水' }));
    await shows(page.locator('#status', { hasText: '已登记，正在分流' }));
    await shows(page.getByText('信访局收到并登记。'));
    await shows(page.getByText('登记分流（转送、交办）'));
  });

  test('the record is disputed, and the office owes an answer', async () => {
    await page.getByText('这条记录不对').first().click();
    await page.getByLabel('请说明哪里不对').first().fill('我是打电话反映的');
    await page.locator('form[data-action="dispute"] button').first().click();
    await shows(page.getByText('核实记录异议'));
  });

  test('the answer is read and rated', async () => {
    await step('sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
    await step('send-case', { to: 'housing' });
    await step('acknowledge-case');
    await step('accept-case');
    const outcomes = [{ claim: 'c1', outcome: 'supported', text: '管道已修复', done: true }];
    await step('answer-case', { outcomes, basis: '第三十二条' });
    await look(mine.queryCode);
    await shows(page.getByText('管道已修复'));
    await page.getByLabel('承办单位').selectOption('dissatisfied');
    await page.locator('form[data-action="rating"] button').click();
    await shows(page.getByText('您作出了评价。'));
    expect(await page.locator('form[data-action="rating"]').count()).toBe(0);
  });

  test('a review is asked of the level above, and then a re-review; each decision is read here', async () => {
    const ask = async (reasons: string): Promise<void> => {
      await page.getByLabel('理由（可不填）').fill(reasons);
      await page.locator('form[data-action="review"] button').click();
    };
    const decision = { outcome: 'uphold', text: '原处理意见正确。', basis: '第三十五条' };
    await shows(page.getByRole('heading', { name: '申请复查' }));
    await shows(page.getByText(/由上一级机关重新审查，请在.+前提出。/));
    await ask(REVIEW_REASONS);
    await shows(page.getByText('您向区政府申请复查。'));
    await shows(page.getByText('作出复查意见'));
    expect(await page.locator('form[data-action="review"]').count()).toBe(0);
    await step('decide-review', decision);
    await look(mine.queryCode);
    await shows(page.getByRole('heading', { name: '复查意见' }));
    await shows(page.getByText('原处理意见正确。'));
    await shows(page.getByRole('heading', { name: '申请复核' }));
    await ask('');
    await shows(page.getByText('您向市政府申请复核。'));
    await step('decide-re-review', decision);
    await look(mine.queryCode);
    await shows(page.getByRole('heading', { name: '复核意见' }));
    expect(await page.locator('form[data-action="review"]').count()).toBe(0);
  });

  test('the other language', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await shows(page.getByText('住建局').or(page.getByText('housing answered.')));
    await shows(page.getByRole('heading', { name: 'Answer' }));
  });

  test('the code is in no address and in no storage', async () => {
    const kept = (await page.evaluate(
      'JSON.stringify([location.href, {...localStorage}, {...sessionStorage}, document.cookie])',
    )) as string;
    expect(kept).not.toContain(mine.queryCode.slice(0, 4));
  });

  test('on a phone nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  test('nothing went wrong, nothing came from elsewhere, and nothing of others or of persons', async () => {
    expect(watched.wrongs).toEqual([]);
    const shown = await page.content();
    expect(shown).toContain('供暖管道漏水');
    for (const hidden of [
      '别人的路灯不亮',
      CASE.petitioner.name,
      CASE.petitioner.phone,
      CASE.statement,
      REVIEW_REASONS,
      mine.id,
    ])
      expect(shown).not.toContain(hidden);
  });
});
