import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { Client as Session } from 'pg';
import { goThrough, MARKER, personalCase, PLANTED } from './split/city';
import type { Answer, Client } from './split/client';
import { databaseAsText, leaksIn } from './split/leaks';
import { createDataFolder, isRunning, type DataFolder, type RunningCity } from './standalone-process';

const SPEC_MAX_ms = 60_000;
/** A stop drains what is under way; a person waits for it. */
const STOP_MAX_ms = 5_000;
const NONE = ['--city', 'none', '--clock', 'simulated'] as const;

/** A case, as far as it is read here. */
interface CaseRead {
  duties: { rule: string; dueAt: string }[];
  events: { type: string }[];
}

let folder: DataFolder;
let city: RunningCity;
let client: Client;
const open = async (...options: string[]): Promise<void> => {
  city = await folder.start(...options);
  ({ client } = city);
};

beforeAll(async () => {
  folder = await createDataFolder();
  await open(...NONE);
  await register('government', { kind: 'government' });
  await register('petitions', { kind: 'petition-department', superior: 'government' });
  await register('housing', { superior: 'government', email: 'housing@city.example' });
}, SPEC_MAX_ms);
afterAll(() => folder.dispose());

const register = (office: string, more: object): Promise<Answer> =>
  client.post(`/offices/${office}/register-office`, {
    name: { zh: office, en: office },
    level: 'city',
    territory: 'city',
    ...more,
  });
const begin = (more: object = {}): Promise<Answer> => client.post('/cases', personalCase(more));
const advance = async (by: string): Promise<void> => {
  const { status } = await client.raw('/dev/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: by }),
  });
  expect(status).toBe(200);
};
const head = async (): Promise<number> => (await client.get<{ position: number }>('/readyz')).body.position;
const typesIn = ({ body }: Answer): string[] => body.items.map(({ type }) => type);
const timeline = (caseId: string): Promise<Answer> =>
  client.get(`/api/v1/cases/${caseId}/timeline?limit=200`);

const SORT = { routes: [{ claim: 'c1', route: 'residual' }] };
const ANSWER = {
  outcomes: [{ claim: 'c1', outcome: 'supported', text: '已修复', done: true }],
  basis: '第三十二条',
};
const TO_CLOSED = [
  ['sort-case', 'petitions', SORT],
  ['send-case', 'petitions', { to: 'housing' }],
  ['acknowledge-case', 'housing', {}],
  ['accept-case', 'housing', {}],
  ['answer-case', 'housing', ANSWER],
  ['close-case', 'housing', {}],
] as const;

describe('a fresh folder', () => {
  let closed: Answer;

  test('takes a case from registration to closing, every step with its ETag and position', async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ status: 201, etag: '"0"', position: await head() });
    expect(begun.headers.get('location')).toBe(`/api/v1/cases/${begun.body.id}`);
    closed = await goThrough(client, `/cases/${begun.body.id}`, begun, TO_CLOSED);
    const seen = await client.get(`/api/v1/cases/${begun.body.id}?after=${closed.position}`);
    expect(seen).toMatchObject({ etag: '"6"', body: { state: { status: 'closed' }, revision: 6 } });
  });

  test('nothing that was planted can be read: in no table, no word said, no answer', async () => {
    const { name, phone } = PLANTED;
    const answers = [
      await client.post('/cases', { ...personalCase(), surprise: name }),
      await client.post('/cases', personalCase({ receivedAt: name })),
      await client.raw('/api/v1/cases', { method: 'POST', body: `{"name":"${name}"`, headers: KEYED }),
      await client.get(`/api/v1/cases?limit=${encodeURIComponent(phone)}`),
      await client.get(`/api/v1/cases?q=${encodeURIComponent(name)}`),
      await client.get(
        `/api/v1/cases?cursor=${Buffer.from(JSON.stringify([name, phone])).toString('base64url')}`,
      ),
      await client.get(`/api/v1/cases/${encodeURIComponent(name)}`),
      ...(await everyRead(closed.body.id as string, closed.position)),
    ];
    const database = await databaseAsText(folder.databaseUrl());
    const sources = [
      ...database,
      { place: 'its own words', text: city.said() },
      ...answers.map(({ body }, index) => ({ place: `answer ${index}`, text: JSON.stringify(body) })),
    ];
    expect(leaksIn(PLANTED, sources)).toEqual([]);
    // The same search finds what is plain, in the database and in the answers.
    expect(leaksIn({ marker: MARKER }, database)).toContain('marker in event_store.event');
    expect(leaksIn({ marker: MARKER }, sources.slice(database.length))).not.toEqual([]);
  });

  const KEYED = { 'content-type': 'application/json', 'idempotency-key': 'k' };

  async function everyRead(caseId: string, after: number): Promise<Answer[]> {
    const { body } = await client.get<{ paths: Record<string, object> }>('/openapi.json');
    const paths = Object.entries(body.paths)
      .filter(([template, operations]) => 'get' in operations && template !== '/api/v1/stream')
      .map(([template]) => template.replace('{id}', template.includes('/cases/') ? caseId : 'housing'));
    const reads = await Promise.all(paths.map((one) => client.get(`${one}?after=${after}`)));
    expect(reads.filter(({ status }) => status === 200).length).toBeGreaterThan(10);
    return reads;
  }
});

describe('the end of the program', () => {
  test('on SIGTERM it ends in order, leaves no PostgreSQL, and finds everything again', async () => {
    const before = { head: await head(), cases: (await client.get('/api/v1/cases')).body };
    const started_ms = performance.now();
    expect(await city.end()).toMatchObject({ code: 0, signal: null });
    expect(performance.now() - started_ms).toBeLessThan(STOP_MAX_ms);
    expect(folder.postgres()).toBeUndefined();
    await open(...NONE);
    const cases = await client.get(`/api/v1/cases?after=${before.head}`);
    expect({ head: await head(), cases: cases.body }).toEqual(before);
  });

  test.each(['left behind', 'killed too'])(
    'kill -9 in the middle of writes loses nothing acknowledged, PostgreSQL %s',
    async (fate) => {
      const acknowledged: string[] = [];
      const enough = Promise.withResolvers<void>();
      const writing = Array.from({ length: 8 }, async () => {
        for (;;) {
          const answer = await begin({ kind: 'anonymous' });
          acknowledged.push(answer.body.id as string);
          if (acknowledged.length === 60) enough.resolve();
        }
      });
      await Promise.race([enough.promise, ...writing]);
      const postgres = folder.postgres()!;
      const ended = city.end('SIGKILL');
      await Promise.allSettled(writing);
      await ended;
      if (fate === 'left behind') expect(isRunning(postgres)).toBe(true);
      else process.kill(postgres, 'SIGKILL');
      await open(...NONE);
      expect(folder.postgres() === postgres).toBe(fate === 'left behind');
      const last = await client.get(`/api/v1/case-counts?after=${await head()}`);
      expect(last.status).toBe(200);
      const caught = await Promise.all(acknowledged.map((id) => timeline(id)));
      expect(caught.length).toBeGreaterThanOrEqual(60);
      expect(caught.filter((answer) => typesIn(answer)[0] !== 'CaseRegistered')).toEqual([]);
    },
    SPEC_MAX_ms,
  );
});

describe('a missed duty', () => {
  test('becomes a reminder, a breach, a supervision, a review with a finding, and a rung', async () => {
    const begun = await begin();
    const { id } = begun.body as { id: string };
    const sent = await goThrough(client, `/cases/${id}`, begun, TO_CLOSED.slice(0, 2));
    const { duties } = (await client.get<CaseRead>(`/api/v1/cases/${id}`)).body;
    const { dueAt } = duties.find(({ rule }) => rule === 'acknowledge')!;
    const escalated = async (): Promise<string[]> => typesIn(await timeline(id)).slice(3);
    await advance('P11D');
    expect(await escalated()).toEqual([]);
    await advance('P2D');
    expect(await escalated()).toEqual(['OfficeReminded']);
    await advance('P3D');
    expect(await escalated()).toEqual(['OfficeReminded', 'DutyBreached']);
    const { events } = (await client.get<CaseRead>(`/api/v1/cases/${id}`)).body;
    expect(events.at(-1)).toMatchObject({ type: 'DutyBreached', occurredAt: dueAt, recordedAt: dueAt });
    await advance('P11D');
    const orders = (await client.get(`/api/v1/supervisions?caseId=${id}`)).body.items;
    expect(orders).toContainEqual(
      expect.objectContaining({ office: 'housing', by: 'petitions', rule: 'acknowledge' }),
    );
    await advance('P10D');
    const found = (await client.get(`/api/v1/reviews?caseId=${id}`)).body.items;
    const review = found.find(({ rule }) => rule === 'acknowledge')!;
    expect(review).toMatchObject({ office: 'housing', status: 'proposed', proposed: { kind: 'silent' } });
    expect(sent.position).toBeLessThan(await head());

    const finding = { outcome: 'fault', kind: 'silent', gravity: 'ordinary', reasons: '逾期未告知。' };
    const confirmed = await client.post(
      `/reviews/${review.id}/confirm-finding`,
      { finding },
      { office: 'petitions', ifMatch: '*' },
    );
    expect(confirmed.status).toBe(200);
    await advance('PT1S');
    const standing = await client.get<Pick<CaseRead, 'events'>>('/api/v1/standings/housing');
    expect(standing.body.events.map(({ type }) => type)).toEqual([
      'FaultCounted',
      'RungReached',
      'TalkOrdered',
    ]);
  });

  test('time does not go back after a restart, nor to the real clock', async () => {
    const { body } = await client.get('/dev/clock');
    await city.end();
    const refused = await folder.run('--clock', 'real');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/use --clock simulated/) });
    await open(...NONE);
    expect((await client.get('/dev/clock')).body).toEqual(body);
  });
});

describe('a start that cannot be', () => {
  const expectRefused = async (options: string[], says: RegExp): Promise<void> => {
    const { code, stderr, stdout } = await folder.run(...options);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      code: 1,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toMatch(says);
  };

  test('on a folder in use is refused, and the one that runs does not notice', async () => {
    await expectRefused(['--port', '0', ...NONE], /is in use by another Huiyin: stop it first/);
    expect((await begin()).status).toBe(201);
  });

  test.each([
    [['--port', 'abc'], /--port <number>.*whole number/],
    [['--port', '65536'], /--port <number>.*whole number/],
    [['--cases', '0'], /--cases <number>.*whole number/],
    [['--city', 'x'], /--city <kind>.*none, demo/],
    [['--clock', 'x'], /--clock <kind>.*real, simulated/],
    [['--nonsense'], /unknown option/],
  ])('with %j is refused in one line', async (options, says) => {
    await expectRefused(options, says);
  });

  describe('while nothing runs', () => {
    let headBefore: number;
    beforeAll(async () => {
      headBefore = await head();
      await city.end();
    });
    afterEach(() => expect(folder.postgres()).toBeUndefined());

    const edited = async (file: string, text: string, then: () => Promise<void>): Promise<void> => {
      const name = path.join(folder.path, file);
      const before = await readFile(name, 'utf8');
      await writeFile(name, text);
      await then().finally(() => writeFile(name, before));
    };

    test('on a port in use', async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      await expectRefused(['--port', String(port), ...NONE], new RegExp(`port ${port} is in use`));
      server.close();
    });

    test('on a folder of a newer version', () =>
      edited('state.json', '{"layout":99}', () =>
        expectRefused([...NONE], /written by a newer Huiyin \(layout 99/),
      ));

    test('on a damaged folder', () =>
      edited('state.json', '{"layo', () => expectRefused([...NONE], /state\.json is damaged/)));

    test('with another master key', () =>
      edited('master.key', `${Buffer.alloc(32, 1).toString('base64')}\n`, () =>
        expectRefused(['--port', '0', ...NONE], /master key/i),
      ));

    test('on a database of a newer version', async () => {
      await open(...NONE);
      // None of the starts before has written anything.
      expect(await head()).toBe(headBefore);
      await migration("INSERT INTO event_store.migration (number, name, checksum) VALUES (999, 'x', 'x')");
      await city.end();
      await expectRefused(['--port', '0', ...NONE], /schema event_store is at version 999/);
    });
  });

  async function migration(statement: string): Promise<void> {
    const session = new Session({ connectionString: folder.databaseUrl() });
    await session.connect();
    await session.query(statement);
    await session.end();
  }
});

test(
  'a demo city that is cut short while it is built is built to its end by the next start',
  async () => {
    const other = await createDataFolder();
    try {
      const cut = await other.cutShort(/Building the demo city.* [1-9]0%/, '--city', 'demo', '--cases', '60');
      expect(cut).toMatchObject({ code: 0, signal: null, stdout: '' });
      expect(other.postgres()).toBeUndefined();
      const whole = await other.start('--city', 'none', '--cases', '5');
      const counts = await whole.client.get<Record<string, number>>('/api/v1/case-counts');
      expect(Object.values(counts.body).reduce((a, b) => a + b)).toBe(60);
      expect((await whole.client.get('/api/v1/reviews')).status).toBe(200);
    } finally {
      await other.dispose();
    }
  },
  SPEC_MAX_ms,
);

test('without a simulated clock nobody can move the time', async () => {
  const other = await createDataFolder();
  try {
    const real = await other.start('--city', 'none');
    const answer = await real.client.get('/dev/clock');
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const moved = await real.client.raw('/dev/clock', {
      method: 'POST',
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(moved.status).toBe(404);
    expect(await real.end()).toMatchObject({ code: 0 });
  } finally {
    await other.dispose();
  }
});
