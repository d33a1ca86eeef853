import { randomUUID } from 'node:crypto';
import { register, startApi, type Answer, type TestApi, type Written } from '../api.fixture';
import type { OpenedEntry } from './opened';

let api: TestApi;
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.close());

type Read = Answer<Written & { opened?: readonly OpenedEntry[]; code?: string }>;
const WHY = { reasons: '电话核实供暖情况。' };
const read = async (id: string, body: object = WHY, headers: object = {}): Promise<Read> =>
  (await api.post(`/api/v1/cases/${id}/read-personal`, body, { ...headers })) as Read;
const lastOf = async (id: string) => (await api.platform.store.readStream(`case-${id}`)).at(-1)!;

describe('personal data', () => {
  test('are read by whoever works on the case, and the read is on record before anything is opened', async () => {
    const { id } = await register(api);
    const { status, headers, body } = await read(id, WHY, {
      'huiyin-office': 'petitions',
      'huiyin-actor': 'li',
    });
    expect({ status, cache: headers['cache-control'], opened: body.opened }).toEqual({
      status: 200,
      cache: 'no-store',
      opened: [
        {
          entry: 0,
          type: 'CaseRegistered',
          fields: {
            '/petitioner/name': '欧阳测试',
            '/petitioner/phone': '19991234567',
            '/petitioner/address': '南湖街道12号',
            '/statement': '已经找了物业三次，没有人来修。',
          },
        },
      ],
    });
    expect(await lastOf(id)).toMatchObject({
      type: 'PersonalRead',
      meta: { actor: 'li', office: 'petitions' },
      data: { by: 'petitions', read: [{ entry: 0 }], ...WHY },
    });
  });

  test('of a dispute are what the receiver decides on', async () => {
    const { id } = await register(api);
    await api.post(`/api/v1/cases/${id}/dispute-record`, { entry: 0, field: 'channel', says: '我只是问路' });
    const { body } = await read(id, { ...WHY, entries: [1] });
    expect(body.opened).toEqual([{ entry: 1, type: 'RecordDisputed', fields: { '/says': '我只是问路' } }]);
  });

  test('are read by nobody else, and nothing is written', async () => {
    const { id } = await register(api);
    const other = await read(id, WHY, { 'huiyin-office': 'housing' });
    expect([other.status, other.body.code, other.body.opened]).toEqual([409, 'not-the-holder', undefined]);
    const unreasoned = await read(id, {});
    expect([unreasoned.status, unreasoned.body.opened]).toEqual([400, undefined]);
    expect((await lastOf(id)).type).toBe('CaseRegistered');
  });

  test('asked for again under the same key are one read', async () => {
    const { id } = await register(api);
    const key = { 'idempotency-key': randomUUID() };
    const first = await read(id, WHY, key);
    const again = await read(id, WHY, key);
    expect(again.body).toEqual(first.body);
    const another = await read(id, { ...WHY, entries: [0] }, key);
    expect([another.status, another.body.opened]).toEqual([422, undefined]);
    expect(await api.platform.store.readStream(`case-${id}`)).toHaveLength(2);
  });

  test('that were erased are told as gone', async () => {
    const subject = randomUUID();
    const { id } = await register(api, { petitioner: { subject, name: '欧阳测试' } });
    await api.platform.privacy.erase(subject);
    const { body } = await read(id);
    expect(body.opened).toMatchObject([{ fields: { '/petitioner/name': null } }]);
  });
});
