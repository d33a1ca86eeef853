import { createHash } from 'node:crypto';
import { register, startApi, type TestApi } from '../api.fixture';

/* Reports over HTTP: as page, CSV and JSON, and never what whoever asks must be kept from. */

const ID = 'yearly-report-2026';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  const nanhu = {
    name: { zh: '南湖', en: 'Nanhu' },
    level: 'county',
    territory: '南湖',
    superior: 'housing',
  };
  expect((await api.post('/api/v1/offices/nanhu/register-office', nanhu)).status).toBe(201);
  await register(api, { title: '<b>漏水</b>' });
});
afterAll(() => api.close());

const ask = async (path: string, office?: string) => {
  await api.projector.waitFor(await api.head(), 10_000);
  return api.call('GET', `/api/v1/reports/${path}`, { headers: office ? { 'huiyin-office': office } : {} });
};

test('as a page: in the language asked for, letting in nothing but its own style sheet', async () => {
  const { status, headers, text } = await ask(`${ID}.html?lang=zh-CN`);
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: 'text/html; charset=utf-8',
  });
  expect(text).toContain('<h1>2026年信访工作年度报告</h1>');
  expect(text).toContain(`<dd>${headers['huiyin-position']}</dd>`);
  const [, style] = /<style>(.*?)<\/style>/s.exec(text)!;
  const digest = createHash('sha256').update(style!).digest('base64');
  expect(headers['content-security-policy']).toBe(
    `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect((await ask(`${ID}.html?lang=en`)).text).toContain('<h1>Yearly report on petition work 2026</h1>');
});

test('as CSV: to be saved, with or without the mark that Excel needs, whole or one section', async () => {
  const { headers, text } = await ask(`${ID}.csv`);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${ID}.csv`,
  });
  expect(text.startsWith('\uFEFF报表,日志位置,')).toBe(true);
  const table = await ask(`${ID}.csv?lang=en&bom=false&section=statistics`);
  expect(table.text).toMatch(/^Figure,This period,Before,Definition and source\r\nInflow \(cases\),/);
});

test('as JSON: the document itself', async () => {
  const { headers, body } = await ask(`${ID}.json`);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(body).toMatchObject({ format: 1, id: ID, computedAt: { position: await api.head() } });
});

test('a figure leads to the cases behind it', async () => {
  const { text } = await ask(`${ID}.json`);
  const path = /"cases":"([^"]*\/backlog\/[^"]*)"/.exec(text)![1]!;
  const { body } = await api.get<{ items: object[] }>(path);
  expect(body.items).toMatchObject([{ title: '<b>漏水</b>' }]);
});

test.each([
  [`${ID}.pdf`, 404, 'report-unknown'],
  [ID, 404, 'report-unknown'],
  ['poem-2026.html', 404, 'report-unknown'],
  [`${ID}-nowhere.html`, 404, 'report-unknown'],
  ['yearly-report-2031.html', 404, 'report-to-come'],
  ['yearly-report-2020.csv', 404, 'report-empty'],
  [`${ID}.html?lang=fr`, 400, 'invalid-request'],
  [`${ID}.csv?section=gone`, 400, 'invalid-request'],
  [`${ID}.html?colour=red`, 400, 'invalid-request'],
])('%s is refused with %s %s', async (path, status, code) =>
  expect(await ask(path)).toMatchObject({ status, body: { code } }),
);

test('which there are', async () =>
  expect((await api.get<{ formats: string[] }>('/api/v1/reports')).body.formats).toEqual([
    'html',
    'csv',
    'json',
  ]));

test('an accused office, and those below it, read the report that there was before; the operator reads more', async () => {
  // The position and the instant are those of the asking.
  const read = async (office?: string) => {
    const { computedAt: _, ...document } = (await ask(`${ID}.json`, office)).body;
    return document;
  };
  const before = new Map<string | undefined, unknown>();
  for (const office of [undefined, 'housing', 'nanhu']) before.set(office, await read(office));
  await register(api, {
    category: 'conduct',
    channel: 'letter',
    claims: [{ kind: 'accusation', summary: '违规收费', accuses: ['housing'] }],
  });
  for (const office of ['housing', 'nanhu']) expect(await read(office)).toEqual(before.get(office));
  expect(await read()).not.toEqual(before.get(undefined));
});
