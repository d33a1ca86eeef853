import { randomUUID } from 'node:crypto';
import { register, startApi, type Answer, type TestApi, type Written } from '../api.fixture';

const CASES = 7;

let api: TestApi;
let cases: Written[];
beforeAll(async () => {
  api = await startApi();
  cases = [];
  for (let index = 0; index < CASES; index++) cases.push(await register(api, { title: `第${index}件漏水` }));
});
afterAll(() => api.close());

interface Page {
  items: { id: string; title: string }[];
  next?: string;
}
const newest = (): Written => cases.at(-1)!;

describe('a reader', () => {
  test('sees its own write when it asks for its position, and the answer tells what it reflects', async () => {
    const written = await register(api, { title: '刚刚登记' });
    const { body, headers } = await api.get<Page>(
      `/api/v1/cases?after=${written.position}&q=刚刚登记`.replace(
        '刚刚登记',
        encodeURIComponent('刚刚登记'),
      ),
    );
    expect(body.items.map(({ id }) => id)).toEqual([written.id]);
    expect(Number(headers['huiyin-position'])).toBeGreaterThanOrEqual(written.position);
    expect(headers['cache-control']).toBe('no-store');
    cases.push(written);
  });

  test('that asks for a position to come is told to ask again', async () => {
    const answer = await api.get(`/api/v1/cases?after=${(await api.head()) + 1}`);
    expect(answer).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'view-behind' },
    });
  }, 10_000);

  test('turns the pages: every case once, none twice, until there is no next', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body }: Answer<Page> = await api.get(
        `/api/v1/cases?limit=3&after=${newest().position}${cursor}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    expect(seen.sort()).toEqual(cases.map(({ id }) => id).sort());
  });

  test('gets at most 200 and at least 1', async () => {
    expect((await api.get('/api/v1/cases?limit=200')).status).toBe(200);
    expect((await api.get<Page>('/api/v1/cases?limit=1')).body.items).toHaveLength(1);
    expect((await api.get('/api/v1/cases?limit=201')).status).toBe(400);
    for (const wrong of ['1.5', '1e1', '0x10', '+5', '%205', '', '5&limit=5'])
      expect([wrong, (await api.get(`/api/v1/cases?limit=${wrong}`)).status]).toEqual([wrong, 400]);
    for (const wrong of ['after=1e0', 'after=', 'after=0x1'])
      expect([wrong, (await api.get(`/api/v1/cases?${wrong}`)).status]).toEqual([wrong, 400]);
    for (const wrong of ['duties?within_hours=', 'duties?within_hours=1e1', 'targets?year=2.026e3'])
      expect([wrong, (await api.get(`/api/v1/${wrong}`)).status]).toEqual([wrong, 400]);
  });

  test('that searches for marks without a word finds nothing, and not everything', async () => {
    for (const list of ['cases', 'case-counts'])
      expect((await api.get(`/api/v1/${list}?q=${encodeURIComponent('？！')}`)).body).toEqual(
        list === 'cases' ? { items: [] } : {},
      );
  });

  test('finds nothing under what nobody wrote, and that is no error', async () => {
    const { status, body } = await api.get<Page>(`/api/v1/cases?status=struck&office=${randomUUID()}`);
    expect({ status, items: body.items }).toEqual({ status: 200, items: [] });
  });
});

test.each([
  'cases?status=nonsense',
  'cases?channel=nonsense',
  'case-counts?status=nonsense',
  'supervisions?status=nonsense',
  'instructions?status=nonsense',
  'reviews?status=nonsense',
  'offices?level=nonsense',
  'offices?kind=nonsense',
  'metrics/inflow?channel=nonsense',
  'metrics/inflow?level=nonsense',
  'metrics/inflow/cases?exact=true&level=nonsense',
])('what no value can be is told, not answered with nothing: %s', async (path) => {
  const [, parameter] = /[?&](\w+)=nonsense/.exec(path)!;
  expect(await api.get(`/api/v1/${path}`)).toMatchObject({
    status: 400,
    body: { code: 'invalid-request', errors: [{ parameter }] },
  });
});

describe('the list of cases', () => {
  const found = async (filter: Readonly<Record<string, string>>): Promise<string[]> => {
    const search = new URLSearchParams({ ...filter, after: String(await api.head()) });
    return (await api.get<Page>(`/api/v1/cases?${String(search)}`)).body.items.map(({ id }) => id);
  };
  const step = (id: string, slug: string, body: object = {}) => api.post(`/api/v1/cases/${id}/${slug}`, body);
  const outcomes = [{ claim: 'c1', outcome: 'explained', text: '无依据' }];
  let id: string;
  beforeAll(async () => {
    ({ id } = await register(api, { title: '受理并评价' }));
    await step(id, 'sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
    await step(id, 'send-case', { to: 'housing' });
    await step(id, 'acknowledge-case');
    await step(id, 'accept-case');
    await step(id, 'answer-case', { outcomes, basis: '《信访工作条例》' });
    await step(id, 'rate-case', { petitionDepartment: 'satisfied', handlingOffice: 'dissatisfied' });
  });

  test('tells when and by which office a case was accepted, and how it was rated', async () => {
    const { body } = await api.get<{ items: object[] }>(
      `/api/v1/cases?acceptedBy=housing&after=${await api.head()}`,
    );
    expect(body.items).toMatchObject([
      {
        id,
        acceptedBy: 'housing',
        acceptedAt: api.clock.now().toISOString(),
        petitionDepartmentRating: 'satisfied',
        handlingOfficeRating: 'dissatisfied',
      },
    ]);
  });

  test('is narrowed down by each of them, and counted so', async () => {
    const now = api.clock.now().toISOString();
    const later = new Date(api.clock.now().getTime() + 1).toISOString();
    const finding: Readonly<Record<string, string>>[] = [
      { acceptedBy: 'housing' },
      { acceptedFrom: now },
      { acceptedFrom: now, acceptedTo: later },
      { petitionDepartmentRating: 'satisfied' },
      { handlingOfficeRating: 'dissatisfied' },
    ];
    for (const filter of finding) {
      expect([filter, await found(filter)]).toEqual([filter, [id]]);
      const { body } = await api.get(`/api/v1/case-counts?${String(new URLSearchParams(filter))}`);
      expect([filter, body]).toEqual([filter, { answered: 1 }]);
    }
    const missing: Readonly<Record<string, string>>[] = [
      { acceptedBy: 'petitions' },
      { acceptedFrom: later },
      { acceptedTo: now },
      { petitionDepartmentRating: 'dissatisfied' },
      { handlingOfficeRating: 'satisfied' },
    ];
    for (const filter of missing) expect([filter, await found(filter)]).toEqual([filter, []]);
  });

  test('knows no other rating than those that are given', async () => {
    const { status, body } = await api.get('/api/v1/cases?handlingOfficeRating=excellent');
    expect({ status, code: body['code'] }).toEqual({ status: 400, code: 'invalid-request' });
  });
});

describe('a record', () => {
  test('is read as it stands: state, duties with their reasons, events', async () => {
    const { id, position } = newest();
    const { body, headers } = await api.get(`/api/v1/cases/${id}`);
    expect(body).toMatchObject({ id, revision: 0, position, state: { status: 'registered' } });
    expect(body['duties']).toMatchObject([
      {
        rule: 'sort-and-send',
        owner: 'petitions',
        explanation: { zh: expect.stringMatching(/15/), en: expect.stringMatching(/15/) },
      },
    ]);
    expect(headers['etag']).toBe('"0"');
  });

  test('is read as it stood at any instant, and is not there before its first', async () => {
    const { id } = await register(api);
    api.clock.moveTo('2026-03-03T01:00:00.000Z');
    await api.post(`/api/v1/cases/${id}/sort-case`, { routes: [{ claim: 'c1', route: 'residual' }] });
    const at = (instant: string) => api.get(`/api/v1/cases/${id}?asOf=${encodeURIComponent(instant)}`);
    expect((await at('2026-03-02T12:00:00+08:00')).body).toMatchObject({ state: { status: 'registered' } });
    expect((await at('2026-03-03T01:00:00Z')).body).toMatchObject({ state: { status: 'sorted' } });
    expect((await at('2020-01-01T00:00:00Z')).status).toBe(404);
  });

  test.each(['cases', 'offices', 'supervisions', 'reviews', 'standings', 'advice', 'policies', 'calendars'])(
    'of /%s that does not exist is a 404',
    async (collection) => {
      const answer = await api.get(`/api/v1/${collection}/${randomUUID()}`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    },
  );
});

test('the stream tells each position that the views reach', async () => {
  const ending = new AbortController();
  const answer = await fetch(`${api.address}/api/v1/stream`, { signal: ending.signal });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const written = await register(api);
  let told = '';
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    told += part;
    if (told.includes(`data: {"position":${written.position}}`)) break;
  }
  ending.abort();
  expect(told).toMatch(/^id: \d+\nevent: views\ndata: /);
});
