import { startApi, type TestApi } from '../api.fixture';

const IN_JANUARY = '2027-01-20T01:00:00.000Z';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const read = async <Body>(path: string): Promise<Body> => {
  await api.projector.waitFor(await api.head(), 10_000);
  return (await api.get<Body>(`/api/v1${path}`)).body;
};
const act = (command: string, body: object = {}, office?: string) =>
  api.post(`/api/v1/targets/housing-2026/${command}`, body, office ? { 'huiyin-office': office } : {});

interface Progress {
  status: string;
  targets: { metric: string; reached: number | null; met: boolean; result?: object }[];
  concluded?: { position: number };
}
interface Board {
  items: { rule: string; owner: string; dueAt: string; overdue: boolean }[];
}

test('a letter is signed, and the report back is on the duty board by its day', async () => {
  const targets = [
    { metric: 'breaches', value: 0 },
    { metric: 'duties-on-time', value: 90 },
  ];
  await act('set-targets', { office: 'housing', by: 'petitions', year: 2026, targets });
  await act('sign-targets', { post: 'first-responsible' });
  const { items } = await read<Board>('/duties?owner=housing');
  expect(items).toMatchObject([
    { rule: 'report-targets', dueAt: '2027-02-01T15:59:59.999Z', overdue: false },
  ]);
  const letters = await read<{ items: object[] }>('/targets?year=2026');
  expect(letters.items).toMatchObject([
    { id: 'housing-2026', status: 'signed', clock: { rule: 'report-targets', owner: 'housing' } },
  ]);
  expect((await read<{ items: object[] }>('/targets?year=2025')).items).toEqual([]);
});

test('the result is counted from the log, never told: the form has no place for a number', async () => {
  expect(await act('conclude-targets', {}, 'petitions')).toMatchObject({
    status: 409,
    body: { code: 'target-year-not-over' },
  });
  api.clock.moveTo(IN_JANUARY);
  await act('report-targets', { text: '全年按责任书推进。' }, 'housing');
  const typed = await act('conclude-targets', { results: [{ target: 't1', value: 0 }], position: 1 });
  expect(typed).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  const before = await api.head();
  const progress = await read<Progress>('/targets/housing-2026/progress');
  expect(progress.targets).toMatchObject([
    { metric: 'breaches', reached: 0, met: true },
    { metric: 'duties-on-time', reached: null, met: true },
  ]);
  expect((await act('conclude-targets', {}, 'petitions')).status).toBe(200);
  const after = await read<Progress>('/targets/housing-2026/progress');
  expect(after).toMatchObject({
    status: 'concluded',
    concluded: { position: before },
    targets: [{ result: { target: 't1', value: 0, met: true } }, { result: { target: 't2', value: null } }],
  });
  expect((await read<Board>('/duties')).items.filter(({ rule }) => rule.endsWith('-targets'))).toEqual([]);
});

test('there is no progress on a letter that nobody has set', async () =>
  expect((await api.get('/api/v1/targets/nobody-2026/progress')).status).toBe(404));
