import { register, startApi, type TestApi } from '../api.fixture';

/* What a metric is answered as: figures with their parts, the cases behind them, and what is left out of them. */

interface Figure {
  period: { name: string };
  key?: string;
  suppressed: boolean;
  numerator?: number | null;
  value: number | null;
  per10000?: number;
  cases?: string;
}
interface Answer {
  metric: { id: string };
  figures: Figure[];
}

let api: TestApi;
let head: number;
beforeAll(async () => {
  api = await startApi();
  await api.post('/api/v1/offices/petitions/count-residents', {
    residents: 20_000,
    asOf: '2025-12-31',
    source: '统计公报',
  });
  for (let index = 0; index < 8; index++)
    await register(api, { title: `第${index}件`, channel: index < 7 ? 'letter' : 'phone' });
  head = await api.head();
});
afterAll(() => api.close());

const ask = async (path: string): Promise<{ status: number; body: Answer }> =>
  api.get<Answer>(`/api/v1/metrics/${path}${path.includes('?') ? '&' : '?'}after=${head}`);
const cases = async (link: string): Promise<string[]> =>
  (await api.get<{ items: { id: string }[] }>(`${link}&after=${head}`)).body.items.map(({ id }) => id);

test('every metric is listed with its definition in both languages and where it comes from', async () => {
  const { body } = await api.get<object[]>('/api/v1/metrics');
  expect(body.length).toBeGreaterThan(40);
  for (const one of body) {
    const both = { zh: expect.any(String), en: expect.any(String) };
    expect(one).toMatchObject({
      name: both,
      unit: both,
      source: both,
      definition: { numerator: both, window: both },
    });
  }
});

test('a figure leads to the cases behind it', async () => {
  const { body } = await ask('inflow?exact=true');
  expect(body.figures).toMatchObject([{ numerator: 8, value: 8, suppressed: false }]);
  expect(await cases(body.figures[0]!.cases!)).toHaveLength(8);
  const { body: byChannel } = await ask('inflow?sliceBy=channel&exact=true');
  const phone = byChannel.figures.find(({ key }) => key === 'phone')!;
  expect(phone.value).toBe(1);
  expect(await cases(phone.cases!)).toHaveLength(1);
});

test('a small number about people is left out, and so is what would tell it', async () => {
  const { body } = await ask('inflow?sliceBy=channel');
  expect(body.figures).toEqual([
    expect.objectContaining({ value: 8, suppressed: false }),
    expect.objectContaining({ key: 'letter', value: null, numerator: null, suppressed: true }),
    expect.objectContaining({ key: 'phone', value: null, numerator: null, suppressed: true }),
  ]);
  expect(body.figures.slice(1).every((figure) => figure.cases === undefined)).toBe(true);
  expect(await api.get('/api/v1/metrics/inflow/cases?channel=phone')).toMatchObject({
    status: 422,
    body: { code: 'figure-suppressed' },
  });
});

test('how an office does its duties is never left out', async () => {
  const { body } = await ask('backlog?sliceBy=channel');
  expect(body.figures.map(({ key, value }) => [key, value])).toEqual([
    [undefined, 8],
    ['letter', 7],
    ['phone', 1],
  ]);
});

test('per 10,000 residents, where the directory knows how many there are', async () => {
  const { body } = await ask('inflow?sliceBy=office&exact=true');
  expect(body.figures.find(({ key }) => key === 'petitions')).toMatchObject({
    residents: 20_000,
    per10000: 4,
  });
});

test('day by day, the stock as it was at the end of each', async () => {
  const { body } = await ask('backlog?sliceBy=day&from=2026-03-01&to=2026-03-02');
  expect(body.figures.map(({ period, value }) => [period.name, value])).toEqual([
    ['2026-03-01', 0],
    ['2026-03-02', 8],
  ]);
});

test.each([
  'inflow?period=2026-13',
  'inflow?from=2026-03-02',
  'inflow?from=2026-03-02&to=2026-03-01',
  'inflow?sliceBy=person',
  'inflow?sliceBy=day&period=2025',
  'inflow?sliceBy=day&from=1900-01-01&to=2999-12-31',
  'inflow?from=2026-01-01&to=9999-12-31',
])('%s makes no sense', async (path) =>
  expect(await ask(path)).toMatchObject({ status: 400, body: { code: 'invalid-request' } }),
);

test('a metric that is not in the registry is not there', async () => {
  expect((await ask('visits-per-person')).status).toBe(404);
  expect((await ask('visits-per-person/cases')).status).toBe(404);
});

test('the cases are turned page by page', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await api.get<{ items: { id: string }[]; next?: string }>(
      `/api/v1/metrics/inflow/cases?exact=true&limit=3&after=${head}${cursor}`,
    );
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.next ? `&cursor=${body.next}` : '';
  } while (cursor);
  expect(new Set(seen).size).toBe(8);
  expect(seen).toHaveLength(8);
});

test.each(['inflow?office=nowhere', 'inflow/cases?office=nowhere&exact=true'])(
  'an office that there is not has no figures, not zeros: %s',
  async (path) => {
    const { status, body } = await ask(path);
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: 'office-unknown', facts: { office: 'nowhere' } },
    });
  },
);
