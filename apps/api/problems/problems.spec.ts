import { bundledPacks } from '@huiyin/policy';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { register, registration, startApi, type Answer, type Sent, type TestApi } from '../api.fixture';
import { API_PROBLEMS, type Problem } from './problem';
import { toProblem } from './problem.filter';

let api: TestApi;
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.close());

/** Problem details with a stable type, explained where the type points. */
async function expectProblem(answer: Answer, code: string): Promise<void> {
  expect(answer.body).toMatchObject({ code, type: `/problems/${code}`, status: answer.status });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const { body: explained } = await api.get<Problem>(answer.body['type'] as string);
  expect(explained).toMatchObject({ code, title: answer.body['title'], status: answer.status });
}

const KEY = { 'idempotency-key': 'a key' };
const WRITE = { ...KEY, 'if-match': '"0"' };
const XINFANG = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;
const ABSENT = randomUUID();
const LONG = 'a'.repeat(3_000);
type Bad = [what: string, code: string, method: string, path: string, sent?: Sent];

const BODIES: Bad[] = [
  ['half a body', 'malformed-body', 'POST', '/api/v1/cases', { raw: '{"a":', headers: KEY }],
  [
    'an empty body that says it is JSON',
    'malformed-body',
    'POST',
    '/api/v1/cases',
    { raw: '', headers: KEY },
  ],
  [
    'a prototype in the body',
    'malformed-body',
    'POST',
    '/api/v1/cases',
    { raw: '{"__proto__":{}}', headers: KEY },
  ],
  [
    'nestings without end',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { raw: `{"claims":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, headers: KEY },
  ],
  ['an array', 'invalid-request', 'POST', '/api/v1/cases', { body: [], headers: KEY }],
  ['null', 'invalid-request', 'POST', '/api/v1/cases', { raw: 'null', headers: KEY }],
  [
    'a form',
    'unsupported-media-type',
    'POST',
    '/api/v1/cases',
    { raw: 'channel=visit', headers: { ...KEY, 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  [
    'a text',
    'unsupported-media-type',
    'POST',
    '/api/v1/cases',
    { raw: '{}', headers: { ...KEY, 'content-type': 'text/plain' } },
  ],
  [
    'a body of more than a megabyte',
    'body-too-large',
    'POST',
    '/api/v1/cases',
    { body: { statement: 'x'.repeat(1_048_576) }, headers: KEY },
  ],
  [
    'NUL in a text',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, title: 'a\0b' }, headers: KEY },
  ],
  [
    'half a surrogate pair',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, title: 'a\ud83d' }, headers: KEY },
  ],
];

const FIELDS: Bad[] = [
  [
    'an unknown field',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, colour: 1 }, headers: KEY },
  ],
  [
    'a bad date',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, receivedAt: '2026-02-30T00:00:00Z' }, headers: KEY },
  ],
  [
    'a date without an offset',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, receivedAt: '2026-02-01T00:00:00' }, headers: KEY },
  ],
  [
    'a date to come',
    'happened-later',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, receivedAt: '2027-02-01T00:00:00Z' }, headers: KEY },
  ],
  [
    'an unknown channel',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, channel: 'dream' }, headers: KEY },
  ],
  [
    'an unknown policy',
    'policy-unknown',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, pack: 'nowhere' }, headers: KEY },
  ],
  [
    'an unknown version of a policy',
    'policy-unknown',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, pack: 'xinfang-2022@99' }, headers: KEY },
  ],
  [
    'a body nested very deeply',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { raw: '['.repeat(50_000) + ']'.repeat(50_000), headers: { ...KEY, 'content-type': 'application/json' } },
  ],
  [
    'a receipt before all dates',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, receivedAt: '0000-01-01T00:00:00Z' }, headers: KEY },
  ],
  [
    'an Occurred-At before all dates',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: registration, headers: { ...KEY, 'huiyin-occurred-at': '0000-01-01T00:00:00Z' } },
  ],
  [
    'six representatives',
    'too-many-representatives',
    'POST',
    '/api/v1/cases',
    { body: { ...registration, representatives: 6 }, headers: KEY },
  ],
  [
    'an Occurred-At that is none',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: registration, headers: { ...KEY, 'huiyin-occurred-at': 'yesterday' } },
  ],
  [
    'an Occurred-At to come',
    'happened-later',
    'POST',
    '/api/v1/cases',
    { body: registration, headers: { ...KEY, 'huiyin-occurred-at': '2027-01-01T00:00:00Z' } },
  ],
];

const HEADERS: Bad[] = [
  ['no Idempotency-Key', 'idempotency-key-missing', 'POST', '/api/v1/cases', { body: registration }],
  [
    'a key that is too long',
    'invalid-request',
    'POST',
    '/api/v1/cases',
    { body: registration, headers: { 'idempotency-key': LONG } },
  ],
  [
    'no If-Match',
    'if-match-missing',
    'POST',
    `/api/v1/cases/${ABSENT}/accept-case`,
    { body: {}, headers: KEY },
  ],
  [
    'a weak If-Match',
    'invalid-request',
    'POST',
    `/api/v1/cases/${ABSENT}/accept-case`,
    { body: {}, headers: { ...KEY, 'if-match': 'W/"0"' } },
  ],
  [
    'an If-Match without quotes',
    'invalid-request',
    'POST',
    `/api/v1/cases/${ABSENT}/accept-case`,
    { body: {}, headers: { ...KEY, 'if-match': '0' } },
  ],
  [
    'a list in If-Match',
    'invalid-request',
    'POST',
    `/api/v1/cases/${ABSENT}/accept-case`,
    { body: {}, headers: { ...KEY, 'if-match': '"0", "1"' } },
  ],
];

const ADDRESSES: Bad[] = [
  [
    'an unknown command',
    'unknown-command',
    'POST',
    `/api/v1/cases/${ABSENT}/burn-case`,
    { body: {}, headers: WRITE },
  ],
  ['an unknown collection', 'unknown-command', 'POST', '/api/v1/dragons', { body: {}, headers: KEY }],
  [
    "a command of Huiyin's own services",
    'unknown-command',
    'POST',
    `/api/v1/cases/${ABSENT}/record-breach`,
    { body: { dutyId: 'x' }, headers: WRITE },
  ],
  ['an office without its id', 'unknown-command', 'POST', '/api/v1/offices', { body: {}, headers: KEY }],
  [
    'a command on a case that is not there',
    'not-found',
    'POST',
    `/api/v1/cases/${ABSENT}/accept-case`,
    { body: {}, headers: WRITE },
  ],
  [
    'the same, whatever its revision',
    'does-not-exist',
    'POST',
    `/api/v1/cases/${ABSENT}/accept-case`,
    { body: {}, headers: { ...KEY, 'if-match': '*' } },
  ],
  [
    'a case id that is no UUID',
    'not-found',
    'POST',
    '/api/v1/cases/12/accept-case',
    { body: {}, headers: WRITE },
  ],
  [
    'an office id with a slash in it',
    'not-found',
    'POST',
    '/api/v1/offices/a%2Fb/register-office',
    { body: { name: { zh: 'a', en: 'a' }, level: 'city', territory: 't' }, headers: KEY },
  ],
  ['a method that is not there', 'not-found', 'PUT', '/api/v1/cases', { body: {} }],
  ['a page that is not there', 'not-found', 'GET', '/elsewhere'],
  ['a problem that is not there', 'not-found', 'GET', '/problems/constructor'],
  ['a document asset that is not there', 'not-found', 'GET', '/docs/..%2f..%2fpackage.json'],
  ['a case that is not there', 'not-found', 'GET', `/api/v1/cases/${ABSENT}`],
  ['a case id that is no UUID, read', 'not-found', 'GET', '/api/v1/cases/12'],
  ['a per cent sign alone', 'malformed-address', 'GET', '/api/v1/cases/%'],
  ['bytes that are no UTF-8', 'malformed-address', 'GET', '/api/v1/cases/%ff'],
  ['two dots', 'not-found', 'GET', '/api/v1/cases/../secrets'],
  ['a very long id, read', 'not-found', 'GET', `/api/v1/cases/${LONG}`],
  [
    'a very long id, written',
    'address-too-long',
    'POST',
    `/api/v1/cases/${LONG}/accept-case`,
    { body: {}, headers: WRITE },
  ],
  ['NUL in an id', 'invalid-request', 'GET', '/api/v1/offices/%00'],
  ['headers of 16 KiB', 'headers-too-large', 'GET', `/api/v1/cases?q=${'a'.repeat(17_000)}`],
];

const QUESTIONS: Bad[] = [
  ['an unknown parameter', 'invalid-request', 'GET', '/api/v1/cases?colour=red'],
  ['a parameter twice', 'invalid-request', 'GET', '/api/v1/cases?status=sent&status=closed'],
  ['a limit of 0', 'invalid-request', 'GET', '/api/v1/cases?limit=0'],
  ['a limit of 201', 'invalid-request', 'GET', '/api/v1/cases?limit=201'],
  ['a cursor of no page', 'invalid-request', 'GET', '/api/v1/cases?cursor=abc'],
  ['a cursor whose time is none', 'invalid-request', 'GET', '/api/v1/cases?cursor=WyJub3BlIiwiYSJd'],
  ["another query's cursor", 'invalid-request', 'GET', '/api/v1/cases?cursor=WzEsMiwzXQ'],
  ['an after that is no position', 'invalid-request', 'GET', '/api/v1/cases?after=-1'],
  ['a month that is none', 'invalid-request', 'GET', '/api/v1/scorecards?month=2026-13'],
  ['a flow backwards', 'invalid-request', 'GET', '/api/v1/flow?from=2026-02-01&to=2026-01-01'],
  [
    'an instant without an offset',
    'invalid-request',
    'GET',
    `/api/v1/cases/${ABSENT}?asOf=2026-01-01T00:00:00`,
  ],
];

describe.each([
  ['body', BODIES],
  ['field', FIELDS],
  ['header', HEADERS],
  ['address', ADDRESSES],
  ['question', QUESTIONS],
])('a bad %s', (_, rows) => {
  test.each(rows)('%s is %s, and nothing is written', async (_what, code, method, path, ...[sent]) => {
    const before = await api.head();
    await expectProblem(await api.call(method, path, sent), code);
    expect(await api.head()).toBe(before);
  });
});

test('a step that its state does not allow is refused with the state, and nothing is written', async () => {
  const { id } = await register(api);
  const before = await api.head();
  const answer = await api.post(`/api/v1/cases/${id}/accept-case`);
  await expectProblem(answer, 'wrong-state');
  expect(answer.body).toMatchObject({ status: 409, facts: { status: 'registered' } });
  expect(await api.head()).toBe(before);
});

describe('a problem is told in the language of its reader', () => {
  const refused = (language?: string) =>
    api.post('/api/v1/cases', { ...registration, representatives: 6 }, { 'accept-language': language });

  test.each([
    [
      undefined,
      'en',
      'A joint visit names at most five representatives.',
      'Regulations on Petition Work, Art. 20',
    ],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '多人走访的代表不得超过五人。', '信访工作条例 第二十条'],
    ['zh', 'zh-CN', '多人走访的代表不得超过五人。', '信访工作条例 第二十条'],
    ['fr;q=0.9, en;q=0.1, zh;q=0.5', 'zh-CN', '多人走访的代表不得超过五人。', '信访工作条例 第二十条'],
    [
      'zh;q=0, *',
      'en',
      'A joint visit names at most five representatives.',
      'Regulations on Petition Work, Art. 20',
    ],
  ])(
    '%s is answered in %s, with the article that forbids the step',
    async (language, given, title, article) => {
      const before = await api.head();
      const { status, headers, body } = await refused(language);
      expect({ status, ...body }).toMatchObject({
        status: 422,
        code: 'too-many-representatives',
        title,
        article,
      });
      expect(body['detail']).toBe(`${title} (${article}) [representatives: 6]`);
      expect(headers).toMatchObject({ 'content-language': given, vary: 'Accept-Language' });
      expect(await api.head()).toBe(before);
    },
  );

  test("the interface's own problems too, and what their type points to", async () => {
    const chinese = { headers: { 'accept-language': 'zh-CN' } };
    const { body } = await api.call('GET', '/api/v1/cases/nobody', chinese);
    expect(body).toMatchObject({ code: 'not-found', title: '该地址没有内容。' });
    const explained = await api.call('GET', '/problems/already-extended', chinese);
    expect(explained.body).toMatchObject({
      title: '办理期限只能延长一次。',
      article: '信访工作条例 第三十四条',
    });
  });
});

test('a stale If-Match is answered with the revision that stands', async () => {
  const { id } = await register(api);
  const routes = [{ claim: 'c1', route: 'residual' }];
  await api.post(`/api/v1/cases/${id}/sort-case`, { routes });
  const before = await api.head();
  const answer = await api.post(`/api/v1/cases/${id}/sort-case`, { routes }, { 'if-match': '"0"' });
  await expectProblem(answer, 'revision-stale');
  expect(answer.body).toMatchObject({ status: 412, actual: '"1"' });
  expect(await api.head()).toBe(before);
});

test('every error of a form is named by its place', async () => {
  const claims = [{ summary: '' }];
  const { body } = await api.post('/api/v1/cases', { ...registration, claims, persons: 'many' });
  expect((body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
    '/claims/0/summary',
    '/persons',
  ]);
});

test('everything that a pack contradicts is told at once, each by its place', async () => {
  const [first, second, ...others] = XINFANG.duties;
  const duties = [
    { ...first!, dischargedBy: [{ event: 'CaseSolved' }] },
    { ...second!, startsFrom: 'yesterday' },
    ...others,
  ];
  const pack = { ...XINFANG, version: XINFANG.version + 1, duties };
  const before = await api.head();
  const answer = await api.post('/api/v1/policies/xinfang-2022/adopt-policy', { pack }, { 'if-match': '*' });
  expect(answer.body).toMatchObject({
    status: 422,
    code: 'policy-invalid',
    errors: [
      { pointer: '/pack/duties/0/dischargedBy/0/event', message: 'unknown event CaseSolved' },
      { pointer: '/pack/duties/1/startsFrom', message: expect.stringContaining('has no field yesterday') },
    ],
  });
  expect(await api.head()).toBe(before);
});

test('a view that is filled anew after an upgrade is asked for again in a moment', () => {
  const missing = Object.assign(new Error('column v.cites does not exist'), { code: '42703' });
  expect(toProblem(missing)).toMatchObject({
    problem: { status: 503, code: 'view-behind' },
    headers: { 'retry-after': '1' },
  });
});

test('what is no HTTP is answered as a problem too', async () => {
  const { hostname, port } = new URL(api.address);
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\nno colon\r\n\r\n'));
    socket.on('data', (data) => (text += data.toString()));
    socket.on('end', () => resolve(text)).on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ type: '/problems/malformed-request' });
});

test('every code of the interface is explained at its address, with its status', async () => {
  for (const [code, { status, title }] of Object.entries(API_PROBLEMS)) {
    const { body } = await api.get(`/problems/${code}`);
    expect(body).toMatchObject({ type: `/problems/${code}`, code, status, title });
  }
});
