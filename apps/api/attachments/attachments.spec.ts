import { randomUUID } from 'node:crypto';
import { register, startApi, type Answer, type Sent, type TestApi } from '../api.fixture';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const NAME = '暖气管道.png';
const FILE_BYTES_MAX = 10_485_760;

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await startApi();
  ({ id } = await register(api));
});
afterAll(() => api.close());

interface Kept extends Record<string, unknown> {
  id: string;
  revision: number;
  sha256: string;
}

const attach = (raw: Buffer, headers: Sent['headers'] = {}, to = id): Promise<Answer<Kept>> =>
  api.call('POST', `/api/v1/cases/${to}/attachments`, {
    raw,
    headers: {
      'content-type': 'image/png',
      'huiyin-file-name': encodeURIComponent(NAME),
      'idempotency-key': randomUUID(),
      'if-match': '*',
      ...headers,
    },
  });
const kept = async (): Promise<number> =>
  (await api.platform.pool.query('SELECT FROM attachment.sealed_file')).rowCount!;

describe('a file', () => {
  test('is handed out to be saved, never to be shown', async () => {
    const { status, headers, body } = await attach(PNG);
    expect({ status, etag: headers['etag'] }).toEqual({ status: 201, etag: `"${body.revision}"` });
    const read = await fetch(api.address + headers['location']!);
    expect(Buffer.from(await read.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(NAME)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
  });

  test('is in the file of the case, without its name', async () => {
    const { body } = await attach(PNG);
    const file = await api.get<{ events: { type: string; data: object }[] }>(`/api/v1/cases/${id}`);
    expect(file.body.events.at(-1)).toMatchObject({
      type: 'FileAttached',
      data: {
        attachment: body.id,
        name: { sealed: true },
        type: 'image/png',
        size_bytes: PNG.length,
        sha256: body.sha256,
      },
    });
    expect(file.text).not.toContain(NAME);
  });

  test('keeps a long Chinese name', async () => {
    const long = `${'关于南湖小区供暖管道漏水情况的反映材料（附现场照片）'.repeat(4)}.png`;
    const { status, headers } = await attach(PNG, { 'huiyin-file-name': encodeURIComponent(long) });
    const read = await fetch(api.address + headers['location']!);
    expect([status, decodeURIComponent(read.headers.get('content-disposition')!)]).toEqual([
      201,
      `attachment; filename*=UTF-8''${long}`,
    ]);
  });

  test('has no way somewhere else in its name', async () => {
    const { headers } = await attach(PNG, {
      'huiyin-file-name': encodeURIComponent('../../etc/pass"wd.png'),
    });
    const read = await fetch(api.address + headers['location']!);
    expect(read.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''.._.._etc_pass_wd.png`,
    );
  });

  test('sent again is kept once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await attach(PNG, key);
    const before = await kept();
    const again = await attach(PNG, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await kept()).toBe(before);
    const other = await attach(Buffer.from('text'), { ...key, 'content-type': 'text/plain' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  test('is gone with the key of the person', async () => {
    const subject = randomUUID();
    const { id: theirs } = await register(api, { petitioner: { subject, name: '欧阳测试' } });
    const { headers } = await attach(PNG, {}, theirs);
    await api.platform.privacy.erase(subject);
    const read = await api.get(headers['location']!);
    expect(read).toMatchObject({ status: 410, body: { code: 'attachment-erased' } });
  });
});

describe('what is refused leaves nothing behind', () => {
  test.each<[string, number, string, () => Promise<Answer>]>([
    [
      'a page said to be a picture',
      422,
      'attachment-content',
      () => attach(Buffer.from('<script>alert(1)</script>')),
    ],
    ['a page', 415, 'attachment-type', () => attach(PNG, { 'content-type': 'text/html' })],
    [
      'a drawing that runs scripts',
      415,
      'attachment-type',
      () => attach(PNG, { 'content-type': 'image/svg+xml' }),
    ],
    ['JSON', 415, 'attachment-type', () => attach(Buffer.from('{}'), { 'content-type': 'application/json' })],
    ['a file that is too large', 413, 'body-too-large', () => attach(Buffer.alloc(FILE_BYTES_MAX + 1))],
    ['a file for no case', 404, 'not-found', () => attach(PNG, {}, randomUUID())],
    ['a file for what is no id', 404, 'not-found', () => attach(PNG, {}, 'x')],
    ['a stale one', 412, 'revision-stale', () => attach(PNG, { 'if-match': '"0"' })],
    ['one without If-Match', 428, 'if-match-missing', () => attach(PNG, { 'if-match': undefined })],
    [
      'one without a key',
      400,
      'idempotency-key-missing',
      () => attach(PNG, { 'idempotency-key': undefined }),
    ],
    [
      'one of an office that has nothing to do with it',
      409,
      'not-the-holder',
      () => attach(PNG, { 'huiyin-office': 'housing' }),
    ],
    [
      'a name that is not encoded',
      400,
      'invalid-request',
      () => attach(PNG, { 'huiyin-file-name': '%E6%9' }),
    ],
    ['a name of nothing but space', 400, 'invalid-request', () => attach(PNG, { 'huiyin-file-name': '%20' })],
  ])('%s', async (_, status, code, send) => {
    const [files, head] = [await kept(), await api.head()];
    expect(await send()).toMatchObject({ status, body: { code } });
    expect([await kept(), await api.head()]).toEqual([files, head]);
  });

  test('a file as the body of another step', async () => {
    const answer = await api.call('POST', `/api/v1/cases/${id}/sort-case`, {
      raw: PNG,
      headers: { 'content-type': 'image/png', 'idempotency-key': randomUUID(), 'if-match': '*' },
    });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  test('a record of a file that was never kept', async () => {
    const answer = await api.post(`/api/v1/cases/${id}/attach-file`, {});
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-command' } });
  });
});

test('a file that is not there, or of another case, is not found', async () => {
  const { body } = await attach(PNG);
  const { id: other } = await register(api);
  for (const to of [
    `${id}/attachments/${randomUUID()}`,
    `${other}/attachments/${body.id}`,
    `x/attachments/${body.id}`,
  ])
    expect(await api.get(`/api/v1/cases/${to}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test('an office that the case accuses cannot read its files or add to them', async () => {
  const { id: accusing } = await register(api);
  const { headers } = await attach(PNG, {}, accusing);
  const at = api.clock.now().toISOString();
  const meta = { actor: 'clerk', office: 'petitions', commandId: randomUUID(), correlationId: randomUUID() };
  const accused = { id: randomUUID(), type: 'OfficeAccused', version: 1, data: { office: 'housing' } };
  await api.platform.store.append({
    commandId: meta.commandId,
    streams: [
      {
        stream: `case-${accusing}`,
        expectedRevision: 1,
        events: [{ ...accused, meta, occurredAt: at, recordedAt: at }],
      },
    ],
  });
  const as = (office: string) => ({ headers: { 'huiyin-office': office } });
  const to = headers['location']!;
  expect((await api.call('GET', to, as('petitions'))).status).toBe(200);
  expect(await api.call('GET', to, as('housing'))).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  });
  const added = await attach(PNG, as('housing').headers, accusing);
  expect(added).toMatchObject({ status: 404, body: { code: 'not-found' } });
});
