import { openReadModels } from '@huiyin/read-models';
import { startRhythm, type RunningRhythm } from '../../escalation/rhythm/rhythm';
import { register, startApi, type TestApi } from '../api.fixture';

/* Daily lists as offices read them: each its own, and nothing of a case that accuses it. */

const LIST = 'daily-list-2026-03-03-housing';

let api: TestApi;
let rhythm: RunningRhythm;
let close: () => Promise<void>;
let caseId: string;

/** What these paths answer with, each some of it. */
interface Read {
  items: { id: string }[];
  countedTo: number;
  sha256: string;
  state: unknown;
  list: unknown;
}

const as = (office?: string) => ({ headers: office === undefined ? {} : { 'huiyin-office': office } });
const get = async (path: string, office?: string) => {
  await api.projector.waitFor(await api.head(), 10_000);
  return api.call<Read>('GET', `/api/v1${path}`, as(office));
};
const act = async (path: string, body: object): Promise<void> => {
  const answer = await api.post(`/api/v1/${path}`, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
};
const city = { level: 'city', territory: '沈阳市' };

beforeAll(async () => {
  api = await startApi();
  const views = await openReadModels(api.platform.databaseUrl);
  await act('offices/government/register-office', { ...city, name: { zh: '市政府', en: 'Government' } });
  await act('offices/nanhu/register-office', {
    ...city,
    name: { zh: '南湖', en: 'Nanhu' },
    superior: 'housing',
  });
  ({ id: caseId } = await register(api, { title: '供暖管道漏水' }));
  await act(`cases/${caseId}/sort-case`, { routes: [{ claim: 'c1', route: 'residual' }] });
  await act(`cases/${caseId}/send-case`, { to: 'housing' });
  const shown = (position: number): Promise<boolean> => api.projector.waitFor(position, 10_000);
  rhythm = await startRhythm({ ...api.platform, views, shown, ticking: false });
  await act('rhythms/city/set-rhythm', { dailyAt: '08:30', dueSoon_days: 20, from: '2026-03-03' });
  api.clock.moveTo('2026-03-03T00:30:00.000Z');
  await rhythm.issueDue();
  close = async () => {
    await rhythm.stop();
    await views.destroy();
    await api.close();
  };
});
afterAll(() => close());

test('an office reads its own list, and those below it; the operator reads all', async () => {
  const ids = async (office?: string): Promise<string[]> =>
    (await get('/bulletins?kind=daily-list', office)).body.items.map(({ id }) => id).sort();
  const list = (office: string): string => `daily-list-2026-03-03-${office}`;
  expect(await ids()).toEqual(['government', 'housing', 'nanhu', 'petitions'].map(list));
  expect(await ids('housing')).toEqual(['housing', 'nanhu'].map(list));
  expect(await ids('nanhu')).toEqual([list('nanhu')]);
  expect((await get(`/bulletins/${LIST}`, 'nanhu')).status).toBe(404);
  expect((await get('/bulletins/daily-list-2026-03-03-nowhere')).status).toBe(404);
});

test('the list says what is owed by when, and of which position it is', async () => {
  const { body } = await get(`/bulletins/${LIST}`, 'housing');
  expect(body).toMatchObject({
    kind: 'daily-list',
    office: 'housing',
    document: { computedAt: { position: body.countedTo, instant: '2026-03-03T00:30:00.000Z' } },
  });
  expect(JSON.stringify(body)).toContain(caseId);
  expect(body).not.toHaveProperty('sha256', expect.anything());
  expect((await get(`/bulletins/${LIST}`)).body.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('it is printed and saved as it went out, by those who may read it', async () => {
  for (const format of ['html', 'csv', 'json']) {
    expect((await get(`/reports/${LIST}.${format}?lang=en`, 'housing')).text).toContain('供暖管道漏水');
    expect((await get(`/reports/${LIST}.${format}`, 'nanhu')).status).toBe(404);
  }
});

test('the rhythm is there to be read', async () =>
  expect((await get('/rhythms/city')).body.state).toMatchObject({ status: 'set', dailyAt: '08:30' }));

describe('once the case accuses the office', () => {
  beforeAll(() => act(`cases/${caseId}/accuse-office`, { office: 'housing', claim: 'c1' }));

  test('neither it nor an office below it finds it on any list, however old', async () => {
    for (const office of ['housing', 'nanhu']) {
      for (const path of [`/bulletins/${LIST}`, `/reports/${LIST}.html`, `/reports/${LIST}.csv`]) {
        const answer = await get(path, office);
        expect(answer.text).not.toContain(caseId);
        expect(answer.text).not.toContain('供暖管道漏水');
      }
    }
    expect((await get(`/bulletins/${LIST}`)).text).toContain(caseId);
  });

  test('and its next list is made without it', async () => {
    api.clock.moveTo('2026-03-04T00:30:00.000Z');
    await rhythm.issueDue();
    expect((await get('/bulletins/daily-list-2026-03-04-housing')).text).not.toContain(caseId);
  });
});

describe('a drive', () => {
  test('shows zero, matters, missing and awaited apart', async () => {
    await act('drives/flood/open-drive', {
      pack: 'xinfang-2022',
      by: 'housing',
      subject: '汛期排查',
      offices: ['nanhu'],
      from: '2026-03-04',
      to: '2026-03-06',
    });
    api.clock.moveTo('2026-03-05T00:30:00.000Z');
    await act('drives/flood/report-zero', { office: 'nanhu', day: '2026-03-04' });
    await act('drives/flood/report-matters', { office: 'nanhu', day: '2026-03-05', count: 2, text: '两处' });
    expect((await get('/drives')).body).toEqual([
      {
        id: 'flood',
        subject: '汛期排查',
        by: 'housing',
        from: '2026-03-04',
        to: '2026-03-06',
        status: 'open',
        reports: { zero: 1, matters: 1, missing: 0, awaited: 1 },
      },
    ]);
    expect((await get('/drives/flood')).body.list).toMatchObject([
      { day: '2026-03-04', status: 'zero', matters: 0 },
      { day: '2026-03-05', status: 'matters', matters: 2 },
      { day: '2026-03-06', status: 'awaited' },
    ]);
    expect((await get('/drives/none')).status).toBe(404);
  });
});
