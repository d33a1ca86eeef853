import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { register, registration, startApi, type Answer, type TestApi, type Written } from '../api.fixture';
import { PUBLIC_REQUESTS_MAX } from './throttle';

const CASE = '/public/v1/case';
const OPINION = {
  outcomes: [{ claim: 'c1', outcome: 'supported', text: '管道已修复', done: true }],
  basis: '第三十二条',
};

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
let api: TestApi;
let mine: Written & { queryCode: string };
let other: Written & { queryCode: string };
beforeAll(async () => {
  api = await startApi({ log });
  mine = (await register(api)) as typeof mine;
  other = (await register(api, { title: '别人的路灯不亮' })) as typeof other;
  await api.get(`/api/v1/cases?after=${other.position}`);
});
afterAll(() => api.close());

interface Seen extends Record<string, unknown> {
  status: { code: string };
  office: { zh: string };
  steps: { entry: number; words: { zh: string; en: string }; corrected: boolean }[];
  due: { what: { zh: string }; by: string; late: boolean }[];
  answer?: { claims: { outcome: string; text: string }[] };
  may: { rate: boolean; askReview?: { stage: string; until: string } };
  reviews: object[];
}
const look = (code: string | undefined = mine.queryCode): Promise<Answer<Seen>> =>
  api.call('GET', CASE, { headers: { 'huiyin-query-code': code } });
const act = (action: string, body: object, headers: object = {}): Promise<Answer<Seen>> =>
  api.call('POST', `${CASE}/${action}`, {
    body,
    headers: { 'huiyin-query-code': mine.queryCode, 'idempotency-key': randomUUID(), ...headers },
  });
const step = async (command: string, body: object = {}): Promise<void> => {
  const { status, text } = await api.post(`/api/v1/cases/${mine.id}/${command}`, body);
  if (status !== 200) throw new Error(text);
};

describe('a query code', () => {
  test('comes with the answer to a registration, and with its repeat', async () => {
    const sent = { body: registration, headers: { 'idempotency-key': randomUUID() } };
    const first = await api.call<{ queryCode: string }>('POST', '/api/v1/cases', sent);
    expect(first.body.queryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await api.call('POST', '/api/v1/cases', sent)).body).toEqual(first.body);
    expect(mine.queryCode).not.toBe(other.queryCode);
  });

  test('works as soon as it is given', async () => {
    const { queryCode } = (await register(api)) as typeof mine;
    expect((await look(queryCode)).status).toBe(200);
  });

  test('comes with no other answer, and is stored nowhere', async () => {
    expect(
      (
        await api.post(`/api/v1/cases/${other.id}/sort-case`, {
          routes: [{ claim: 'c1', route: 'residual' }],
        })
      ).body,
    ).not.toHaveProperty('queryCode');
    const { rows } = await api.platform.pool.query<{ tables: string }>(
      `SELECT string_agg(format('SELECT t::text AS row FROM %I.%I t', schemaname, tablename), ' UNION ALL ') AS tables
         FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const stored = await api.platform.pool.query<{ row: string }>(rows[0]!.tables);
    const everything = stored.rows.map(({ row }) => row).join('\n');
    expect(everything).toContain(mine.id);
    for (const code of [mine.queryCode, mine.queryCode.replaceAll('-', '')])
      expect(everything).not.toContain(code);
  });

  test.each([
    ['a wrong one', 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA'],
    ['none', undefined],
    ['what is no code', 'x'],
    ['a case id', '0196a0c1-5d00-7000-8000-000000000001'],
    ['a very long one', 'A'.repeat(5_000)],
  ])('%s is answered as every other wrong one', async (_, code) => {
    const { status, body } = await api.call('GET', CASE, { headers: { 'huiyin-query-code': code } });
    expect({ status, body }).toEqual({
      status: 404,
      body: { type: '/problems/not-found', title: expect.any(String), status: 404, code: 'not-found' },
    });
  });

  test('is not taken from an address', async () => {
    const answer = await api.call('GET', `${CASE}?code=${other.queryCode}`);
    expect(answer.status).toBe(404);
    expect((await api.call('GET', `${CASE}/${other.queryCode}`)).status).toBe(404);
  });
});

test('a code that was lost is given out anew: the old one stops working, and neither is logged', async () => {
  const lost = (await register(api)) as typeof mine;
  const path = `/api/v1/cases/${lost.id}/reissue-query-code`;
  const body = { checked: '当面核对身份证原件' };
  const refused = await api.post(path, body, { 'huiyin-office': 'housing' });
  expect([refused.status, refused.body['queryCode']]).toEqual([409, undefined]);
  const again = (await api.post(path, body)) as Answer<Written & { queryCode: string }>;
  expect(again.body.queryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect((await look(lost.queryCode)).status).toBe(404);
  await api.get(`/api/v1/cases?after=${again.body.position}`);
  expect((await look(lost.queryCode)).status).toBe(404);
  const seen = await look(again.body.queryCode);
  expect([seen.status, seen.body.steps.at(-1)!.words.en]).toEqual([
    200,
    expect.stringContaining('no longer works'),
  ]);
  const logged = lines.join('\n').replaceAll('-', '');
  for (const code of [lost.queryCode, again.body.queryCode])
    expect(logged).not.toContain(code.replaceAll('-', ''));
});

describe('a petitioner', () => {
  test('Art. 21: sees where the matter stands, who has it, and until when', async () => {
    const { status, headers, body } = await look();
    expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' });
    expect(body).toMatchObject({
      title: registration.title,
      status: { code: 'registered', words: { zh: '已登记，正在分流' } },
      office: { zh: 'petitions' },
      steps: [{ entry: 0, words: { zh: 'petitions收到并登记。' } }],
      due: [{ what: { zh: '登记分流（转送、交办）' }, late: false }],
      may: { rate: false },
    });
  });

  test('is owned by whoever received it until another office has accepted it', async () => {
    await step('sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
    await step('send-case', { to: 'housing' });
    expect((await look()).body.office.zh).toBe('petitions');
    await step('acknowledge-case');
    expect((await look()).body.office.zh).toBe('petitions');
    await step('accept-case');
    expect((await look()).body.office.zh).toBe('housing');
  });

  test('does not rate before there is an answer', async () => {
    const rating = { petitionDepartment: 'satisfied', handlingOffice: 'satisfied' };
    expect(await act('rating', rating)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  test('reads the answer once it is delivered, and rates it once', async () => {
    await step('answer-case', { ...OPINION, told: false });
    expect((await look()).body).toMatchObject({ may: { rate: false } });
    expect((await look()).body.answer).toBeUndefined();
    await step('deliver-answer', {});
    expect((await look()).body).toMatchObject({
      answer: { claims: [{ claim: '尽快修复供暖管道', outcome: 'supported', text: '管道已修复' }] },
      may: { rate: true },
    });
    const rating = { petitionDepartment: 'satisfied', handlingOffice: 'dissatisfied', comment: '太慢了' };
    const key = { 'idempotency-key': randomUUID() };
    expect(await act('rating', rating, key)).toMatchObject({ status: 200, body: { may: { rate: false } } });
    expect((await act('rating', rating, key)).status).toBe(200);
    expect(await act('rating', rating)).toMatchObject({ status: 409, body: { code: 'already-rated' } });
  });

  test('disputes a record, and sees what became of it', async () => {
    const disputed = await act('dispute', { entry: 0, says: '我是打电话反映的，没有去过。' });
    expect(disputed.body.due.map(({ what }) => what.zh)).toContain('核实记录异议');
    await step('correct-record', {
      entry: 0,
      field: 'channel',
      value: 'phone',
      reasons: '核实为来电',
      dispute: 'd1',
    });
    const { body, text } = await look();
    expect(body.steps[0]).toMatchObject({ entry: 0, corrected: true });
    expect(body.steps.at(-1)!.words.zh).toBe('petitions答复记录异议：核实为来电');
    expect(text).not.toContain('没有去过');
  });

  test('sees nothing of others, nothing personal, and no id', async () => {
    const { text } = await look();
    for (const hidden of ['别人的路灯不亮', other.id, mine.id, '欧阳测试', '19991234567', '太慢了'])
      expect(text).not.toContain(hidden);
  });

  test.each([
    ['without a key', 'rating', {}, { 'idempotency-key': undefined }, 400, 'idempotency-key-missing'],
    ['with a form that is not one', 'rating', { petitionDepartment: 'great' }, {}, 400, 'invalid-request'],
    ['of another office', 'dispute', { entry: 0, says: 'x', from: 'office' }, {}, 400, 'invalid-request'],
    ['about no entry', 'dispute', { entry: 99, says: 'x' }, {}, 422, 'entry-unknown'],
    ['that is the office’s own', 'close-case', {}, {}, 404, 'not-found'],
    ['with a wrong code', 'rating', {}, { 'huiyin-query-code': 'x' }, 404, 'not-found'],
  ])('takes no step %s', async (_, action, body, headers, status, code) => {
    const head = await api.head();
    expect(await act(action, body, headers)).toMatchObject({ status, body: { code } });
    expect(await api.head()).toBe(head);
  });
});

describe('a review', () => {
  const OFFICES = [
    ['city', undefined],
    ['district', 'city'],
    ['works', 'district'],
  ] as const;
  let reviewed: Written & { queryCode: string };
  const ask = (reasons: string, key: string = randomUUID()) =>
    act('review', { reasons }, { 'huiyin-query-code': reviewed.queryCode, 'idempotency-key': key });
  const clerk = async (command: string, body: object = {}): Promise<void> => {
    const { status, text } = await api.post(`/api/v1/cases/${reviewed.id}/${command}`, body);
    if (status !== 200) throw new Error(text);
  };
  const decision = { outcome: 'uphold', text: '原处理意见正确。', basis: '第三十五条' };

  beforeAll(async () => {
    for (const [id, superior] of OFFICES)
      await api.post(`/api/v1/offices/${id}/register-office`, {
        name: { zh: id, en: id },
        level: 'city',
        territory: '某市',
        superior,
      });
    reviewed = (await register(api)) as typeof reviewed;
    await api.get(`/api/v1/cases?after=${reviewed.position}`);
    await clerk('sort-case', { routes: [{ claim: 'c1', route: 'residual' }] });
    await clerk('send-case', { to: 'works' });
    await clerk('acknowledge-case');
    await clerk('accept-case');
  });

  test('is not asked for before there is an answer', async () => {
    expect((await look(reviewed.queryCode)).body.may).not.toHaveProperty('askReview');
    expect(await ask('太慢了')).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  test('is asked of the next level above, once, and the page says until when', async () => {
    await clerk('answer-case', OPINION);
    const { body } = await look(reviewed.queryCode);
    expect(body.may).toMatchObject({
      askReview: { stage: 'review', until: expect.stringMatching(/T15:59:59/) },
    });
    const key = randomUUID();
    const asked = await ask('没有回应我的第二个问题', key);
    expect(asked).toMatchObject({ status: 200, body: { reviews: [] } });
    expect(asked.body.may).not.toHaveProperty('askReview');
    expect(asked.body.steps.at(-1)!.words).toEqual({
      zh: '您向district申请复查。',
      en: 'You asked district for a review.',
    });
    expect(asked.body.due.map(({ what }) => what.zh)).toContain('作出复查意见');
    expect(asked.text).not.toContain('没有回应我的第二个问题');
    expect((await ask('没有回应我的第二个问题', key)).status).toBe(200);
    expect(await ask('再问一次')).toMatchObject({ status: 409, body: { code: 'review-open' } });
  });

  test('that is decided is shown, and a re-review can be asked for; what it decides is final', async () => {
    await clerk('decide-review', decision);
    expect((await look(reviewed.queryCode)).body).toMatchObject({
      reviews: [{ office: { zh: 'district' }, stage: 'review', outcome: 'uphold', text: '原处理意见正确。' }],
      may: { askReview: { stage: 're-review' } },
    });
    const key = randomUUID();
    const again = await ask('复查没有现场核实', key);
    expect(again.body.steps.at(-1)!.words.zh).toBe('您向city申请复核。');
    expect((await ask('复查没有现场核实', key)).status).toBe(200);
    await clerk('decide-re-review', decision);
    expect((await look(reviewed.queryCode)).body.may).not.toHaveProperty('askReview');
    expect(await ask('不服')).toMatchObject({ status: 409, body: { code: 'matter-final' } });
  });
});

test('no log line holds a code, even when something breaks', async () => {
  jest.spyOn(api.platform.privacy.queryCodes, 'token').mockImplementationOnce((code) => {
    throw new Error(`broke on ${code}`);
  });
  expect((await look()).status).toBe(500);
  const logged = lines.join('\n');
  expect(logged).toContain('request failed');
  for (const { queryCode } of [mine, other])
    for (const code of [queryCode, queryCode.replaceAll('-', '')]) expect(logged).not.toContain(code);
});

test('too many requests from one address are told when to come again', async () => {
  const answers: Answer[] = [];
  for (let n = 0; n <= PUBLIC_REQUESTS_MAX; n++) answers.push(await look('x'));
  const last = answers.at(-1)!;
  expect(last).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
});

test('what an office has published of its channels is there for everybody', async () => {
  const channels = {
    online: 'https://xinfang.example/',
    postalAddress: '沈阳市和平区南湖街1号',
    phone: '024-12345678',
    reception: { place: '接待大厅', hours: '工作日 8:30–17:00' },
    progress: '凭查询码上网查询。',
  };
  const read = () => api.call<{ offices: object[] }>('GET', '/public/v1/channels');
  expect((await read()).body).toEqual({ offices: [] });
  const published = await api.post('/api/v1/offices/petitions/publish-channels', channels);
  expect(published.status).toBe(200);
  await api.get(`/api/v1/offices?after=${published.body.position}`);
  expect((await read()).body.offices).toEqual([
    { office: 'petitions', name: { zh: expect.any(String), en: expect.any(String) }, ...channels },
  ]);
});
