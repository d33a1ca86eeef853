import { orderAbout, register, startApi, type TestApi } from '../api.fixture';

/* An unannounced site visit: whoever is visited hears of it when it has been reported, on no way out before. */

let api: TestApi;
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.close());

const ON = '2026-06-18';
type Visit = 'announced' | 'unannounced';

async function planned(visit: Visit): Promise<string> {
  const { id: caseId } = await register(api);
  const order = orderAbout(caseId);
  const { body } = await api.post('/api/v1/supervisions', order);
  await api.post(`/api/v1/supervisions/${body.id}/plan-site-visit`, {
    on: ON,
    announced: visit === 'announced',
  });
  return body.id;
}

/** Everything that an office reads about an order, as one text. */
async function read(id: string, office?: string): Promise<string> {
  const { caseId } = (await api.platform.store.readStream(`supervision-${id}`))[0]!.data as {
    caseId: string;
  };
  const after = `after=${await api.head()}`;
  const paths = [
    `supervisions/${id}?`,
    `supervisions?${after}&`,
    `duties?${after}&`,
    `cases/${caseId}/duties?${after}&`,
  ];
  const headers = office === undefined ? {} : { 'huiyin-office': office };
  const texts = await Promise.all(paths.map((path) => api.call('GET', `/api/v1/${path}`, { headers })));
  expect(texts.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  return texts.map(({ text }) => text).join('\n');
}

test('the visited office does not read of it before it is reported, the overseer and the operator do', async () => {
  const id = await planned('unannounced');
  expect(await read(id, 'housing')).not.toMatch(/2026-06-18|site-visit|SiteVisit/);
  for (const office of ['petitions', undefined]) expect(await read(id, office)).toContain(ON);
  await api.post(`/api/v1/supervisions/${id}/report-site-visit`, { visit: 'v1', text: '已到现场' });
  expect(await read(id, 'housing')).toContain(ON);
});

test('an announced one it reads of at once', async () => {
  expect(await read(await planned('announced'), 'housing')).toContain(ON);
});

test('its next step finds the order as it stands, although it does not see all of it', async () => {
  const id = await planned('unannounced');
  const { headers } = await api.call('GET', `/api/v1/supervisions/${id}`, {
    headers: { 'huiyin-office': 'housing' },
  });
  const step = await api.post(
    `/api/v1/supervisions/${id}/acknowledge-supervision`,
    {},
    { 'huiyin-office': 'housing', 'if-match': headers['etag']! },
  );
  expect(step.status).toBe(200);
});
