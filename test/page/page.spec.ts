import { HOUR_ms } from '@huiyin/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeChromium } from '../setup/chromium';
import { launch, openWatched, type WatchedPage } from './browser';
import { advance, command, startStandalone, type RunningServer } from './server';

jest.setTimeout(120_000);

const PERSON = { name: '甄可寻', phone: '13900012345', statement: '我住在桂花巷七号的老宅里' };

const OFFICES = [
  { id: 'city', kind: 'government', name: { zh: '某市政府', en: 'City Government' } },
  {
    id: 'hotline',
    kind: 'petition-department',
    name: { zh: '热线中心', en: 'Hotline Centre' },
    superior: 'city',
  },
];

const SHANGHAI_ms = 8 * HOUR_ms;

const aCase = (title: string) => ({
  pack: 'hotline-12345',
  channel: 'phone',
  category: 'environment',
  title,
  place: '滨江路',
  claims: [{ summary: '要求停止夜间施工' }],
  petitioner: { name: PERSON.name, phone: PERSON.phone },
  statement: PERSON.statement,
  receiver: 'hotline',
  tier: 'ordinary',
});

describeChromium('the page', (executable) => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  let first: string;
  let advised: string;

  const counter = (id: string): Locator => page.locator(`[data-counter="${id}"] strong`);
  const shows = (locator: Locator): Promise<void> => locator.first().waitFor();
  const counts = (id: string, value: number): Promise<void> =>
    shows(counter(id).filter({ hasText: new RegExp(`^${value}$`) }));
  const row = (within: string, ...texts: string[]): Locator =>
    texts.reduce((rows, text) => rows.filter({ hasText: text }), page.locator(`${within} tbody tr`));
  const cityToday = async (): Promise<string> => {
    const overview = await fetch(`${server.address}/api/v1/overview`);
    const { now } = (await overview.json()) as { now: string };
    return new Date(Date.parse(now) + SHANGHAI_ms).toISOString().slice(0, 10);
  };
  const follow = (name: string): Promise<void> =>
    page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'huiyin-page-'));
    server = await startStandalone(folder, 0);
    for (const { id, ...office } of OFFICES) {
      await command(server.address, `/offices/${id}/register-office`, {
        level: 'city',
        territory: '某市',
        functions: [],
        ...office,
      });
    }
    browser = await launch(executable);
    watched = await openWatched(browser, server.address);
    page = watched.page;
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('it comes with a policy that lets in only itself, and is answered 304 when it is known', async () => {
    const response = await fetch(`${server.address}/assets/main.js`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    const known = { 'if-none-match': response.headers.get('etag')! };
    expect((await fetch(`${server.address}/assets/main.js`, { headers: known })).status).toBe(304);
  });

  test.each(['/assets/page.module.js', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/package.json'])(
    '%s is not served',
    async (address) => expect((await fetch(server.address + address)).status).toBe(404),
  );

  test('an empty city: counters at zero, connected, and nothing owed', async () => {
    await counts('openCases', 0);
    await counts('overdue', 0);
    await shows(page.locator('#link[data-state="live"]'));
    await shows(page.getByText('没有逾期时限。'));
  });

  test('it has landmarks, one heading for the view, and a way past the navigation', async () => {
    for (const role of ['banner', 'navigation', 'main', 'contentinfo'] as const) {
      expect(await page.getByRole(role).count()).toBe(1);
    }
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('main:focus').count()).toBe(1);
  });

  test('a case that is registered appears by itself, and the reader stays where they were', async () => {
    await follow('事项');
    await shows(page.getByText('没有符合条件的事项。'));
    await page.evaluate('globalThis.notReloaded = true');
    first = await command(server.address, '/cases', aCase('夜间施工噪声扰民'));
    await counts('openCases', 1);
    await row('main', '夜间施工噪声扰民', '热线中心', '派单').waitFor();

    await page.getByRole('link', { name: '夜间施工噪声扰民' }).focus();
    await command(server.address, '/cases', aCase('路灯不亮'));
    await row('main', '路灯不亮').waitFor();
    expect(await page.locator('a:focus').textContent()).toBe('夜间施工噪声扰民');
    expect(await page.evaluate('globalThis.notReloaded')).toBe(true);
  });

  test('Chinese words find a case, and the search is in the address', async () => {
    await page.getByLabel('搜索').fill('噪声');
    await shows(page.getByText('共1件'));
    expect(await row('main', '路灯不亮').count()).toBe(0);
    expect(decodeURIComponent(page.url())).toContain('#/cases?q=噪声');
  });

  test('time passes: the duty that nobody met is on the board as overdue', async () => {
    await follow('时限');
    await row('#soon', '派单', '热线中心', '夜间施工噪声扰民').waitFor();
    await advance(server.address, 'PT2H');
    await row('#overdue', '派单', '热线中心', '夜间施工噪声扰民', '逾期1小时').waitFor();
    await counts('overdue', 2);
    expect(await row('#soon', '夜间施工噪声扰民').count()).toBe(0);
  });

  test('nobody clicks: it becomes a supervision order and a review of the office', async () => {
    await follow('责任倒查');
    await shows(page.getByText('没有责任倒查。'));
    await advance(server.address, 'P4D');
    await row('#reviews', '热线中心', '夜间施工噪声扰民', '调查中').waitFor();
    await counts('reviewsOpen', 2);
    await follow('督办');
    await row('main', '热线中心', '逾期', '夜间施工噪声扰民', '待反馈').waitFor();
  });

  test('a case tells its story and why a date is what it is', async () => {
    await row('main', '夜间施工噪声扰民').getByRole('link').click();
    await page.waitForURL(`**/#/cases/${first}`);
    await shows(page.getByRole('heading', { level: 2, name: '夜间施工噪声扰民' }));
    expect(await page.locator('h2:focus').count()).toBe(1);
    await shows(page.locator('.clock.overdue', { hasText: '派单' }).getByText(/期限1小时/));
    const story = page.locator('.timeline li p:first-of-type');
    expect((await story.allTextContents()).reverse()).toEqual(
      expect.arrayContaining([
        '热线中心收到（来电）并登记。',
        expect.stringMatching(/^热线中心到.*未完成“派单”。$/),
        '某市政府对热线中心发出督办（逾期）。',
        '某市政府对热线中心启动责任倒查。',
      ]),
    );
  });

  test('who answered for it is drawn over its timeline', async () => {
    await shows(page.locator('.chain li', { hasText: '首接' }).locator('b', { hasText: '热线中心' }));
    await shows(page.locator('.chain li', { hasText: '督办' }).locator('b', { hasText: '某市政府' }));
    const bar = await page.locator('.chain .stretch').first().boundingBox();
    expect(bar!.width).toBeGreaterThan(50);
  });

  test('a report opens as a page to be printed, with its own style sheet and nothing else', async () => {
    await follow('报表');
    await row('main', '年年度报告').first().getByRole('link', { name: '打印页' }).click();
    await shows(page.getByRole('heading', { level: 1, name: /年信访工作年度报告$/ }));
    expect(await page.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse")).toBe(
      'collapse',
    );
    await page.goBack();
    await shows(page.getByRole('heading', { level: 2, name: '报表' }));
  });

  test('advice to an office: what it rests on, and its answer, which comes in by itself', async () => {
    await follow('三项建议');
    await shows(page.getByText('没有提出建议。'));
    advised = await command(server.address, '/advice', {
      pack: 'hotline-12345',
      kind: 'improve-work',
      office: 'hotline',
      adviser: 'city',
      text: '建议逐件预警',
      reasons: '两件逾期未派单',
      grounds: [{ caseId: first }],
    });
    await row(
      '#advice',
      '改进工作',
      '热线中心',
      '建议逐件预警',
      '某市政府',
      '待答复',
      '书面反馈建议',
    ).waitFor();
    expect(await page.locator('#advice').getByRole('link').getAttribute('href')).toBe(`#/cases/${first}`);
    await command(server.address, `/advice/${advised}/refuse-advice`, { reasons: '职责已划转' });
    await row('#advice', '未采纳', '职责已划转').waitFor();
  });

  test('what an office owes beside cases is on the board: a report in a drive, until it is in, zero or not', async () => {
    const today = await cityToday();
    const drive = { pack: 'xinfang-2022', by: 'city', subject: '供暖排查', offices: ['hotline'] };
    await command(server.address, '/drives/heating/open-drive', { ...drive, from: today, to: today });
    await follow('时限');
    await page.locator('#office').selectOption('hotline');
    await row('#soon', '专项行动每日报告（零报告）', '热线中心', '专项行动', today).waitFor();
    await command(server.address, '/drives/heating/report-zero', { office: 'hotline', day: today });
    await row('#soon', '专项行动每日报告（零报告）').waitFor({ state: 'detached' });
  });

  test('targets stand beside what their metric comes to today', async () => {
    const year = Number((await cityToday()).slice(0, 4));
    await follow('目标责任');
    await shows(page.getByText('没有下达目标责任书。'));
    const letter = { office: 'hotline', by: 'city', year, targets: [{ metric: 'breaches', value: 0 }] };
    await command(server.address, '/targets/hotline-year/set-targets', letter);
    await row('#letters', '热线中心', '某市政府', '待签订', '签订目标责任书').waitFor();
    await row('#progress', '超期（已记录）', '不超过0', '未达到').waitFor();
    await command(server.address, '/targets/hotline-year/sign-targets', { post: 'first-responsible' });
    await row('#letters', '热线中心', '已签订', '报告年度目标完成情况').waitFor();
  });

  test('awards and good practice; whoever is on a rung gets none', async () => {
    await follow('表彰');
    await shows(page.getByText('没有表彰。'));
    const award = { name: '通报表扬', year: 2026, reasons: '做法有效' };
    await command(server.address, '/standings/city/note-practice', { title: '首办负责制', text: '台账' });
    await command(server.address, '/standings/city/grant-award', award);
    await row('#awards', '某市政府', '通报表扬', '2026').waitFor();
    await row('#practices', '某市政府', '首办负责制').waitFor();
    await shows(page.getByText('没有不予表彰的单位。'));
  });

  test('the other language, remembered', async () => {
    await page.goto(`${server.address}/#/cases/${first}`);
    await page.getByRole('button', { name: 'English' }).click();
    await shows(page.getByText('City Government opened an accountability review of Hotline Centre.'));
    await shows(page.getByText(/The period is 1 hour/));
    await page.reload();
    await shows(page.getByText('Hotline Centre received it (phone) and registered it.'));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toContain('夜间施工噪声扰民');
  });

  test('a number has its definition, and opens down to the cases behind it', async () => {
    await follow('Figures');
    await page.locator('#metric').selectOption('backlog');
    await shows(
      page.locator('#definition', { hasText: 'What: Cases that are open. Window: The end of the period.' }),
    );
    await page.locator('#cut').selectOption('office');
    await row('#figures', 'Hotline Centre', '2 cases').getByRole('link', { name: 'Open' }).click();
    await row('#behind', '夜间施工噪声扰民', 'Registered').waitFor();
    await page.locator('#metric').selectOption('inflow');
    await row('#figures', 'Hotline Centre', 'Left out: too few').waitFor();
  });

  test('on a phone nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of [
      'Duties',
      'Cases',
      'Supervision',
      'Reviews',
      'Advice',
      'Awards',
      'Targets',
      'Figures',
    ]) {
      await follow(name);
      await shows(page.locator('main[aria-busy="false"] tbody tr'));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
  });

  test('nothing went wrong, nothing came from elsewhere, and nobody is named', async () => {
    expect(watched.wrongs).toEqual([]);
    const everything = (await watched.received()) + (await page.content());
    expect(everything).toContain('夜间施工噪声扰民');
    for (const personal of Object.values(PERSON)) expect(everything).not.toContain(personal);
  });

  test('the watch itself sees what the policy stops', async () => {
    const control = await openWatched(browser, server.address);
    await control.page.evaluate(
      "document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/x.png' }))",
    );
    await control.page.locator('main[aria-busy="false"]').waitFor();
    expect(control.wrongs).toContain('policy: img-src');
    await control.page.close();
  });

  test('it says when the server is away, and comes back by itself', async () => {
    const port = Number(new URL(server.address).port);
    await server.stop();
    await shows(page.locator('#link[data-state="away"]'));
    server = await startStandalone(folder, port);
    await shows(page.locator('#link[data-state="live"]'));
    await command(server.address, '/cases', aCase('井盖缺失'));
    await counts('openCases', 3);
  });

  test('a case is found by who accepted it, when, and how it was rated; both are in its row', async () => {
    const id = await command(server.address, '/cases', aCase('井盖松动'));
    const step = (slug: string, body: object = {}) => command(server.address, `/cases/${id}/${slug}`, body);
    await step('sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
    await step('send-case', { to: 'city', report: '井盖属市政管理，本单位已设警示。' });
    await step('acknowledge-case');
    await step('accept-case');
    await step('answer-case', {
      outcomes: [{ claim: 'c1', outcome: 'explained', text: '已解释' }],
      basis: '《条例》',
    });
    await step('rate-case', { petitionDepartment: 'satisfied', handlingOffice: 'dissatisfied' });
    await follow('Cases');
    await page.getByLabel('Rating of the handling office').selectOption('dissatisfied');
    await shows(page.getByText('1 found'));
    await row(
      'main',
      '井盖松动',
      'dissatisfied',
      'petition department: satisfied',
      'City Government',
    ).waitFor();
    await page.getByLabel('Accepted by').selectOption('Hotline Centre');
    await shows(page.getByText('No case matches.'));
    await page.getByLabel('Accepted by').selectOption('City Government');
    await shows(page.getByText('1 found'));
    await page.getByLabel('Accepted from').fill('2999-01-01');
    await shows(page.getByText('No case matches.'));
    expect(page.url()).toContain('acceptedBy=city&acceptedFrom=2999-01-01');
  });
});
