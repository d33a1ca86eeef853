import { register, registration, startApi, type TestApi, type Written } from '../api.fixture';

/* What a clerk sees on receiving: each channel in its own unit, and whether the matter is there already. */

let api: TestApi;
let first: Written;
beforeAll(async () => {
  api = await startApi();
  first = await register(api, { title: '南湖街道供暖管道漏水' });
});
afterAll(() => api.close());

interface Suggested {
  id: string;
  samePlace: boolean;
  similarity: number;
}
const suggested = async (path: string, after: number): Promise<readonly Suggested[]> =>
  (await api.get<Suggested[]>(`${path}${path.includes('?') ? '&' : '?'}after=${after}`)).body;

test('visits count in batches and persons, everything else in pieces; what was struck counts nowhere', async () => {
  await register(api, {
    channel: 'visit',
    kind: 'joint',
    persons: 12,
    representatives: 5,
    title: '小区停水',
  });
  await register(api, { channel: 'letter', kind: 'joint', persons: 40, title: '联名反映噪声' });
  const lost = await register(api, { channel: 'visit', persons: 1, title: '问路' });
  const counts = async (position: number) =>
    (await api.get<object[]>(`/api/v1/channel-counts?after=${position}`)).body;
  expect(await counts(lost.position)).toEqual([
    { channel: 'letter', pieces: 1, persons: 40 },
    { channel: 'visit', batches: 3, persons: 14 },
  ]);
  await api.post(`/api/v1/cases/${lost.id}/dispute-record`, { entry: 0, says: '我只是问路' });
  const struck = await api.post(`/api/v1/cases/${lost.id}/strike-registration`, {
    dispute: 'd1',
    reasons: '误登',
  });
  expect(await counts(struck.body.position)).toEqual([
    { channel: 'letter', pieces: 1, persons: 40 },
    { channel: 'visit', batches: 2, persons: 13 },
  ]);
});

test('a case that reads alike is suggested, before registering and after', async () => {
  const query = new URLSearchParams({
    category: 'housing',
    title: '供暖管道漏水无人修',
    place: registration.place,
  });
  const before = await suggested(`/api/v1/likely-duplicates?${query.toString()}`, first.position);
  expect(before[0]).toMatchObject({ id: first.id, samePlace: true });
  const again = await register(api, {
    title: '南湖街道的供暖管道又漏水了',
    petitioner: { name: '另一个人' },
  });
  const after = await suggested(`/api/v1/cases/${again.id}/likely-duplicates`, again.position);
  expect(after.map(({ id }) => id)).toContain(first.id);
  expect(after.map(({ id }) => id)).not.toContain(again.id);
});

test('another matter, another category and another season are not', async () => {
  const ask = async (more: object): Promise<readonly Suggested[]> => {
    const query = new URLSearchParams({
      category: 'housing',
      title: '供暖管道漏水',
      place: registration.place,
      ...more,
    });
    return suggested(`/api/v1/likely-duplicates?${query.toString()}`, first.position);
  };
  expect(await ask({})).not.toEqual([]);
  expect(await ask({ title: '单元门禁损坏', place: '大东区' })).toEqual([]);
  expect(await ask({ category: 'transport' })).toEqual([]);
  expect(await ask({ receivedAt: '2025-06-01T00:00:00Z' })).toEqual([]);
});

test('it is merged into a case that is there, and into no other', async () => {
  const { id } = await register(api, { title: '供暖管道漏水' });
  const merge = (lead?: string) => api.post(`/api/v1/cases/${id}/merge-case`, { lead, reasons: '同一问题' });
  expect(await merge()).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  expect(await merge('0196a0c1-5d00-7000-8000-0000000000ff')).toMatchObject({
    status: 422,
    body: { code: 'case-unknown' },
  });
  expect((await merge(first.id)).status).toBe(200);
});

test('a correction is read beside what stood', async () => {
  const { id } = await register(api, { title: '楼道灯不亮' });
  const { body } = await api.post(`/api/v1/cases/${id}/correct-record`, {
    entry: 0,
    field: 'channel',
    value: 'phone',
    reasons: '本人来电',
  });
  const file = await api.get<{ events: object[] }>(`/api/v1/cases/${id}`);
  expect(file.body.events[0]).toMatchObject({ data: { channel: 'visit' }, corrected: { channel: 'phone' } });
  const list = await api.get<{ items: object[] }>(`/api/v1/cases?channel=phone&after=${body.position}`);
  expect(list.body.items).toMatchObject([{ id, channel: 'phone' }]);
});
