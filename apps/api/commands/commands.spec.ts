import { randomUUID } from 'node:crypto';
import { orderAbout, register, registration, startApi, type TestApi } from '../api.fixture';

let api: TestApi;
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.close());

const SORT = { routes: [{ claim: 'c1', route: 'residual' }] };

describe('a write', () => {
  test('that begins a case answers 201 with its place, its revision and its position', async () => {
    const { status, headers, body } = await api.post('/api/v1/cases', registration);
    expect({ status, body }).toEqual({
      status: 201,
      body: { id: body.id, revision: 0, position: await api.head(), queryCode: expect.any(String) },
    });
    expect(headers).toMatchObject({
      etag: '"0"',
      location: `/api/v1/cases/${body.id}`,
      'huiyin-position': String(await api.head()),
    });
  });

  test('that goes on with one answers 200 with the next revision', async () => {
    const { id } = await register(api);
    const answer = await api.post(`/api/v1/cases/${id}/sort-case`, SORT, { 'if-match': '"0"' });
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { id, revision: 1 } });
    expect(answer.headers['location']).toBeUndefined();
  });

  test('that registers an office names it as its sender did', async () => {
    const form = { name: { zh: '城管局', en: 'Urban Management' }, level: 'county', territory: '和平区' };
    const answer = await api.post('/api/v1/offices/urban/register-office', form);
    expect(answer).toMatchObject({ status: 201, headers: { location: '/api/v1/offices/urban' } });
    const again = await api.post('/api/v1/offices/urban/register-office', form);
    expect(again).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  });

  test('keeps when it happened apart from when it was recorded', async () => {
    const at = '2026-02-20T09:30:00+08:00';
    const { body } = await api.post('/api/v1/cases', registration, { 'huiyin-occurred-at': at });
    const [event] = await api.platform.store.readStream(`case-${body.id}`);
    expect(event).toMatchObject({
      occurredAt: '2026-02-20T01:30:00.000Z',
      recordedAt: '2026-03-02T01:00:00.000Z',
    });
  });

  test('seals what is personal before it is stored', async () => {
    const { id } = await register(api);
    const [event] = await api.platform.store.readStream(`case-${id}`);
    expect(event!.data).toMatchObject({
      petitioner: { name: { $sealed: 'v1' }, phone: { $sealed: 'v1' }, address: { $sealed: 'v1' } },
      statement: { $sealed: 'v1' },
    });
    const { body, text } = await api.get(`/api/v1/cases/${id}`);
    expect(body['events']).toMatchObject([{ data: { petitioner: { name: { sealed: true } } } }]);
    expect(text).not.toMatch(/欧阳测试|19991234567/);
  });
});

test('a form takes nothing that only the record knows', async () => {
  const { id: caseId } = await register(api);
  const order = orderAbout(caseId);
  const forged = await api.post('/api/v1/supervisions', { ...order, threshold: 'third-pass', occurrence: 1 });
  expect(forged).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  expect(await api.post('/api/v1/supervisions', order)).toMatchObject({ status: 201 });
});

test('a day of which nobody can say what comes after it is no day', async () => {
  const form = { ...registration, receivedAt: '9999-12-31T12:00:00Z' };
  expect(await api.post('/api/v1/cases', form)).toMatchObject({ status: 400 });
  const drive = { pack: 'xinfang-2022', by: 'petitions', subject: '排查', offices: ['housing'] };
  const days = { from: '9999-12-30', to: '9999-12-31' };
  expect(await api.post('/api/v1/drives/far/open-drive', { ...drive, ...days })).toMatchObject({
    status: 400,
  });
});

describe('the same write again', () => {
  const twice = async (path: string, body: object, headers: object) => {
    const first = await api.call('POST', path, { body, headers: { ...headers } });
    const head = await api.head();
    const second = await api.call('POST', path, { body, headers: { ...headers } });
    return { first, second, written: (await api.head()) - head };
  };

  test('of a new case is answered as the first time, and nothing is written twice', async () => {
    const { first, second, written } = await twice('/api/v1/cases', registration, {
      'idempotency-key': randomUUID(),
    });
    const { status, body } = first;
    expect(second).toMatchObject({
      status,
      body,
      headers: { etag: '"0"', location: first.headers['location'] },
    });
    expect({ status, written }).toEqual({ status: 201, written: 0 });
  });

  test('is answered as the first time although the record has moved on since', async () => {
    const { id } = await register(api);
    const key = { 'idempotency-key': randomUUID(), 'if-match': '"0"' };
    const path = `/api/v1/cases/${id}/sort-case`;
    const first = await api.call('POST', path, { body: SORT, headers: key });
    await api.post(`/api/v1/cases/${id}/send-case`, { to: 'housing' });
    const head = await api.head();
    const second = await api.call('POST', path, { body: SORT, headers: key });
    expect(second).toMatchObject({ status: 200, body: first.body, headers: { etag: '"1"' } });
    expect(await api.head()).toBe(head);
  });

  test.each([
    ['another body', '/api/v1/cases', { ...registration, title: '另一件' }, {}],
    ['another time', '/api/v1/cases', registration, { 'huiyin-occurred-at': '2026-03-01T00:00:00Z' }],
    [
      'another address',
      '/api/v1/offices/other/register-office',
      { name: { zh: 'a', en: 'a' }, level: 'city', territory: 't' },
      {},
    ],
  ])('with %s is refused as a key used twice, and nothing is written', async (_, path, body, more) => {
    const key = { 'idempotency-key': randomUUID() };
    await api.call('POST', '/api/v1/cases', { body: registration, headers: key });
    const head = await api.head();
    const answer = await api.call('POST', path, { body, headers: { ...key, ...more } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await api.head()).toBe(head);
  });

  test("under another account is another write: a key is its account's own", async () => {
    const key = randomUUID();
    const [one, two] = await Promise.all(
      ['li', 'wang'].map((actor) =>
        api.post('/api/v1/cases', registration, { 'idempotency-key': key, 'huiyin-actor': actor }),
      ),
    );
    expect([one!.status, two!.status]).toEqual([201, 201]);
    expect(one!.body.id).not.toBe(two!.body.id);
  });

  test('fifty times at once is written once, and all fifty hear the same', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const head = await api.head();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.call('POST', '/api/v1/cases', { body: registration, headers })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await api.head()).toBe(head + 1);
  });
});

describe('writes at once on one revision', () => {
  test('one is taken, the others hear that they are stale', async () => {
    const { id } = await register(api);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.post(`/api/v1/cases/${id}/sort-case`, SORT, { 'if-match': '"0"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
    expect(await api.platform.store.readStream(`case-${id}`)).toHaveLength(2);
  });
});

test('a case goes from registration to closing, each step on the ETag of the one before', async () => {
  const { id } = await register(api);
  const steps = [
    ['sort-case', SORT],
    ['send-case', { to: 'housing', mode: 'assign' }],
    ['acknowledge-case', {}],
    ['accept-case', {}],
    ['extend-answer', { days: 15, approvedBy: '局长', reasons: '招标中' }],
    ['tell-extension', { how: 'phone' }],
    [
      'answer-case',
      { outcomes: [{ claim: 'c1', outcome: 'supported', text: '已修', done: true }], basis: '第三十二条' },
    ],
    ['report-closing', { text: '已办结' }],
    ['close-case', {}],
    ['reopen-case', { reasons: '又漏水' }],
  ] as const;
  let etag = '"0"';
  for (const [command, body] of steps) {
    const answer = await api.post(`/api/v1/cases/${id}/${command}`, body, { 'if-match': etag });
    expect([command, answer.status]).toEqual([command, 200]);
    etag = answer.headers['etag']!;
  }
  const { body, headers } = await api.get(`/api/v1/cases/${id}`);
  expect(headers['etag']).toBe('"10"');
  expect(body).toMatchObject({ revision: 10, state: { status: 'sorted' } });
});
