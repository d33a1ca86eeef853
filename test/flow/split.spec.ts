import { TOPICS } from '@huiyin/contracts';
import { checkVector } from '@huiyin/audit/vector/check';
import { randomUUID } from 'node:crypto';
import { describeKafka } from '../setup/kafka';
import { startCollector, type Collector } from './collector';
import {
  ACKNOWLEDGE_WITHIN_s,
  foundCity,
  goThrough,
  MARKER,
  overdueCase,
  personalCase,
  PLANTED,
} from './split/city';
import type { Answer, Client } from './split/client';
import { databaseAsText, leaksIn } from './split/leaks';
import type { AppName } from '../../infra/up/app';
import { startSplit, type SplitSystem } from './split/system';
import { readTopics, type Published, type TopicReader } from './split/topics';
import { publishable, readLog, untilAnswer, untilPublished, untilViews } from './split/waiting';

const START_MAX_ms = 300_000;
const TEST_MAX_ms = 180_000;
/** What happens by itself happens within this, outages and a busy machine included. */
const SOON_ms = 60_000;
const KILLED_CASES = 40;

describeKafka('split mode', () => {
  let system: SplitSystem;
  let topics: TopicReader;
  let collector: Collector;
  let client: Client;

  beforeAll(async () => {
    collector = await startCollector();
    system = await startSplit();
    ({ client } = system);
    topics = await readTopics(system.brokers);
    await foundCity(client);
  }, START_MAX_ms);

  // An app that died is the reason for whatever else went wrong.
  afterEach(() => expect(system.died).toEqual([]));

  afterAll(async () => {
    await topics?.close();
    await system?.stop();
    collector?.close();
  }, TEST_MAX_ms);

  const told = (caseId: string): Published[] =>
    topics.records.all.filter(({ data, key }) => key === caseId || data['caseId'] === caseId);
  const typesOf = (caseId: string): string[] => told(caseId).map(({ type }) => type);
  const untilTold = (caseId: string, type: string): Promise<void> =>
    topics.records.until(SOON_ms, `${type} of ${caseId}`, () => typesOf(caseId).includes(type));
  /** Under review, and the evidence is put together: nothing more is written about it by itself for long. */
  const untilReviewed = (caseIds: readonly string[]): Promise<void> =>
    topics.records.until(TEST_MAX_ms, 'every case is under review, with its evidence', (all) => {
      const assembled = new Set(
        all.filter(({ data }) => data['step'] === 'EvidenceAssembled').map(({ data }) => data['reviewId']),
      );
      const reviewed = all
        .filter(({ type, data }) => type === 'huiyin.review.opened.v1' && assembled.has(data['reviewId']))
        .map(({ data }) => data['caseId']);
      return caseIds.every((caseId) => reviewed.includes(caseId));
    });
  const begin = (form: object): Promise<Answer> => client.post('/cases', form, { office: 'petitions' });
  /** A pack that was just adopted is known to every process a moment later. */
  const beginWith = (pack: string): Promise<Answer> => {
    const key = randomUUID();
    return untilAnswer(SOON_ms, 201, () =>
      client.post('/cases', personalCase({ pack }), { office: 'petitions', key }),
    );
  };
  const mailsTo = (address: string): string[] =>
    system.mailbox.mails.all.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);

  test(
    'a case goes from registered to closed: in the log, the views, the topics and the mail',
    async () => {
      const registered = await begin(personalCase());
      expect([registered.status, registered.etag]).toEqual([201, '"0"']);
      const { id } = registered.body;
      expect(registered.headers.get('location')).toBe(`/api/v1/cases/${id}`);
      const path = `/cases/${id}`;

      const unmatched = await client.post(`${path}/accept-case`, {}, { office: 'housing' });
      expect([unmatched.status, unmatched.body.code]).toEqual([428, 'if-match-missing']);
      const early = await client.post(`${path}/accept-case`, {}, { office: 'housing', ifMatch: '"0"' });
      expect([early.status, early.body.code]).toEqual([409, 'wrong-state']);

      const closed = await goThrough(client, path, registered, [
        ['sort-case', 'petitions', { routes: [{ claim: 'c1', route: 'residual' }] }],
        ['send-case', 'petitions', { to: 'housing' }],
        ['acknowledge-case', 'housing', { how: 'message' }],
        ['accept-case', 'housing', {}],
        [
          'answer-case',
          'housing',
          {
            outcomes: [{ claim: 'c1', outcome: 'supported', text: '已修复。', done: true }],
            basis: '《条例》',
          },
        ],
        ['close-case', 'housing', {}],
      ]);
      const stale = await client.post(
        `${path}/reopen-case`,
        { reasons: 'x' },
        { office: 'petitions', ifMatch: '"2"' },
      );
      expect([stale.status, stale.body.code]).toEqual([412, 'revision-stale']);

      const listed = await client.get(`/api/v1/cases?status=closed&after=${closed.position}`);
      expect(listed.body.items.map((item: { id: string }) => item.id)).toContain(id);
      const timeline = await client.get(`/api/v1${path}/timeline?after=${closed.position}`);
      const types = ['Registered', 'Sorted', 'Sent', 'Acknowledged', 'Accepted', 'Answered', 'Closed'];
      expect(timeline.body.items.map(({ type }: { type: string }) => type)).toEqual(
        types.map((type) => `Case${type}`),
      );
      const duties = await client.get<unknown[]>(`/api/v1${path}/duties?after=${closed.position}`);
      expect(duties.body.length).toBeGreaterThan(3);

      await untilTold(id, 'huiyin.case.closed.v1');
      expect(typesOf(id)).toEqual(types.map((type) => `huiyin.case.${type.toLowerCase()}.v1`));
      for (const { key, headers, subject, partition } of told(id)) {
        expect(key).toBe(id);
        expect(subject).toBe(`case-${id}`);
        expect(partition).toBe(told(id)[0]!.partition);
        expect(headers).toMatchObject({
          ce_specversion: '1.0',
          ce_source: '/huiyin',
          'content-type': 'application/json',
        });
        expect(Object.keys(headers)).toEqual(
          expect.arrayContaining(['ce_id', 'ce_time', 'ce_dataschema', 'ce_position']),
        );
      }
      const mine = (): string[] => mailsTo(PLANTED.email).filter((subject) => subject.includes(id));
      await system.mailbox.mails.until(SOON_ms, 'the petitioner has heard', () => mine().length >= 6);
      const words = ['registered', 'passed on', 'arrived', 'accepted', 'answered', 'closed'];
      for (const word of words) expect(mine().filter((subject) => subject.includes(word))).toHaveLength(1);
      const notice = `A case for you (${id})`;
      await system.mailbox.mails.until(SOON_ms, 'the office has heard', () =>
        mailsTo('housing@city.example').includes(notice),
      );
    },
    TEST_MAX_ms,
  );

  test(
    'one trace leads from the request through Kafka to the review that it led to, and tells nothing personal',
    async () => {
      const trace = randomUUID().replaceAll('-', '');
      const headers = { traceparent: `00-${trace}-b7ad6b7169203331-01` };
      const { body, status } = await client.post('/cases', overdueCase(), { office: 'petitions', headers });
      expect(status).toBe(201);
      await untilTold(body.id, 'huiyin.review.opened.v1');
      const seen = (): string[] =>
        collector.spans.all
          .filter(({ traceId }) => traceId === trace)
          .map(({ service, name }) => `${service}: ${name}`);
      const whole = [
        'huiyin-api: command RegisterCase',
        'huiyin-escalation: escalation huiyin.case.registered.v1',
        'huiyin-escalation: escalate breach',
        'huiyin-escalation: escalate review',
        'huiyin-notification: notification huiyin.case.registered.v1',
        'huiyin-notification: notification huiyin.review.opened.v1',
      ];
      await collector.spans.until(SOON_ms, 'the trace is whole', () =>
        whole.every((span) => seen().includes(span)),
      );
      const sent = collector.bodies.map((text) => ({ place: 'a trace', text }));
      expect(leaksIn(PLANTED, sent)).toEqual([]);
    },
    TEST_MAX_ms,
  );

  test(
    'the audit log takes in what every app writes, and redeems a command for its proof',
    async () => {
      const begun = await begin(personalCase());
      const audit = system.urlOf('audit');
      const receipt = await fetch(`${audit}/audit/receipt/${begun.headers.get('huiyin-command')}`);
      const { events } = (await receipt.json()) as { events: object[] };
      expect(events).toMatchObject([{ position: begun.position, stream: `case-${begun.body.id}` }]);
      expect(events.map((event) => checkVector(JSON.stringify(event)))).toEqual([{ valid: true }]);
    },
    TEST_MAX_ms,
  );

  test(
    'bad requests are told what is wrong, and write nothing',
    async () => {
      const before = (await readLog(system.databaseUrl)).length;
      const keyless = await client.raw('/api/v1/cases', {
        method: 'POST',
        body: JSON.stringify(personalCase()),
        headers: { 'content-type': 'application/json' },
      });
      expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
      const wrong = await begin(personalCase({ channel: 'telepathy', receivedAt: PLANTED.phone }));
      expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid-request']);
      expect(wrong.type).toContain('application/problem+json');
      const unknown = await begin(personalCase({ pack: 'no-such-pack' }));
      expect(unknown.body.code).toBe('policy-unknown');
      expect((await readLog(system.databaseUrl)).length).toBe(before);
    },
    TEST_MAX_ms,
  );

  test(
    'a missed duty turns into a reminder, a breach, a supervision order and a review, with nobody clicking',
    async () => {
      const registered = await beginWith('drill');
      const { id } = registered.body;
      await goThrough(client, `/cases/${id}`, registered, [
        ['sort-case', 'petitions', { routes: [{ claim: 'c1', route: 'residual' }] }],
        ['send-case', 'petitions', { to: 'housing' }],
      ]);
      await untilTold(id, 'huiyin.review.opened.v1');
      const escalated = [
        'huiyin.case.office-reminded.v1',
        'huiyin.case.duty-breached.v1',
        'huiyin.supervision.ordered.v1',
        'huiyin.review.opened.v1',
      ];
      expect(typesOf(id).filter((type) => escalated.includes(type))).toEqual(escalated);
      const at = (type: string): number => {
        const { data } = told(id).find((record) => record.type === type)!;
        return Date.parse(data['recordedAt'] as string);
      };
      const due = at('huiyin.case.sent.v1') + ACKNOWLEDGE_WITHIN_s * 1_000;
      // The period runs from when it was sent, which the api's clock said a moment before it was recorded.
      const moment_ms = 1_000;
      expect(at('huiyin.case.office-reminded.v1')).toBeLessThan(due);
      expect(at('huiyin.case.duty-breached.v1')).toBeGreaterThanOrEqual(due - moment_ms);

      const subject = (text: string): string => `${text} (${id})`;
      const wanted = [
        'A case for you',
        'Reminder: Tell the petitioner that it was received',
        'Overdue: Tell the petitioner that it was received',
        'Supervision order',
        'Accountability review',
      ].map(subject);
      await system.mailbox.mails.until(SOON_ms, 'the office was told', () =>
        wanted.every((text) => mailsTo('housing@city.example').includes(text)),
      );

      await untilViews(
        client,
        SOON_ms,
        'the review is on its board',
        async () => (await client.get(`/api/v1/reviews?caseId=${id}`)).body.items.length === 1,
      );
      const [review] = (await client.get(`/api/v1/reviews?caseId=${id}`)).body.items;
      expect(review).toMatchObject({ office: 'housing', by: 'petitions', rule: 'acknowledge' });
      const finding = { outcome: 'fault', kind: 'late', gravity: 'slight', reasons: '逾期未告知' };
      const confirmed = await goThrough(
        client,
        `/reviews/${review!.id}`,
        { etag: `"${review!.revision}"` } as Answer,
        [
          ['state-side', 'housing', { text: '人手不足。' }],
          ['confirm-finding', 'petitions', { finding }],
        ],
      );
      expect(confirmed.position).toBeGreaterThan(0);
      await untilViews(client, SOON_ms, 'the fault counts', async () => {
        const standing = (await client.get<{ office: string; rung: string }[]>('/api/v1/standings')).body;
        return standing.some(({ office, rung }) => office === 'housing' && rung === 'talk');
      });
    },
    TEST_MAX_ms,
  );

  test(
    'publisher and escalation killed in the middle of it: nothing lost, no duty breached twice',
    async () => {
      const ids: string[] = [];
      const register = async (count: number): Promise<void> => {
        const answers = await Promise.all(Array.from({ length: count }, () => begin(overdueCase())));
        for (const { status, body } of answers) {
          expect(status).toBe(201);
          ids.push(body.id);
        }
      };
      const tellingOf = (type: string): number =>
        new Set(
          topics.records.all
            .filter((record) => record.type === type && ids.includes(record.key))
            .map(({ id }) => id),
        ).size;
      const BREACHED = 'huiyin.case.duty-breached.v1';

      await register(KILLED_CASES);
      await topics.records.until(SOON_ms, 'the first breach', () => tellingOf(BREACHED) > 0);
      await system.kill('escalation');
      await register(KILLED_CASES);
      await topics.records.until(
        SOON_ms,
        'the second lot begins to be published',
        () => tellingOf('huiyin.case.registered.v1') > KILLED_CASES,
      );
      await system.kill('publisher');
      await register(KILLED_CASES);
      expect(tellingOf(BREACHED)).toBeLessThan(ids.length);
      await Promise.all([system.start('escalation'), system.start('publisher')]);

      await untilReviewed(ids);
      await untilPublished(system.databaseUrl, topics, SOON_ms);

      const log = await readLog(system.databaseUrl);
      const counts = (type: string, of: (row: (typeof log)[number]) => string): number[] => {
        const rows = log.filter((row) => row.type === type);
        return ids.map((id) => rows.filter((row) => of(row) === id).length);
      };
      const once = ids.map(() => 1);
      const byStream = ({ stream }: { stream: string }): string => stream.slice('case-'.length);
      const byCase = ({ data }: { data: Record<string, unknown> }): string => data['caseId'] as string;
      expect(counts('DutyBreached', byStream)).toEqual(once);
      expect(counts('OfficeReminded', byStream)).toEqual(once);
      expect(counts('SupervisionOrdered', byCase)).toEqual(once);
      expect(counts('ReviewOpened', byCase)).toEqual(once);
      expect(firstTellings(topics.records.all)).toEqual(inOrder(publishable(log)));
    },
    2 * TEST_MAX_ms,
  );

  test(
    'PostgreSQL goes away and comes back: 503 meanwhile, then everything goes on by itself',
    async () => {
      await system.postgresAway();
      const key = randomUUID();
      const post = (): Promise<Answer> => client.post('/cases', overdue, { office: 'petitions', key });
      const overdue = overdueCase();
      for (const answer of [await post(), await client.get('/api/v1/cases'), await client.get('/readyz')]) {
        expect([answer.status, answer.body.code]).toEqual([503, 'store-unavailable']);
        expect(answer.type).toContain('application/problem+json');
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      const sealedKey = randomUUID();
      const postSealed = (): Promise<Answer> =>
        client.post('/cases', personalCase(), { office: 'petitions', key: sealedKey });
      const unsealed = await postSealed();
      expect(unsealed.status).toBeGreaterThanOrEqual(500);
      expect(unsealed.type).toContain('application/problem+json');
      expect((await client.get('/healthz')).status).toBe(200);

      await system.postgresBack();
      const answer = await untilAnswer(SOON_ms, 201, post);
      expect((await post()).body).toEqual(answer.body);
      expect((await untilAnswer(SOON_ms, 201, postSealed)).body.revision).toBe(0);
      await untilTold(answer.body.id, 'huiyin.review.opened.v1');
      const read = () => client.get(`/api/v1/reviews?caseId=${answer.body.id}`);
      await untilViews(
        client,
        SOON_ms,
        'the views go on',
        async () => (await read()).body.items.length === 1,
      );
      const mails = () => mailsTo('petitions@city.example').join('\n');
      await system.mailbox.mails.until(SOON_ms, 'mail goes out', () => mails().includes(answer.body.id));
    },
    TEST_MAX_ms,
  );

  test(
    'Kafka goes away and comes back: the city works on, and what waited arrives',
    async () => {
      await topics.close();
      await system.kafkaAway();
      const ready = async (name: AppName) => {
        const answer = await fetch(`${system.urlOf(name)}/readyz`);
        return [answer.status, ((await answer.json()) as { down?: object }).down] as const;
      };
      for (const name of ['publisher', 'escalation', 'notification'] as const)
        expect(await ready(name)).toEqual([503, { kafka: expect.stringContaining('no broker of') }]);
      for (const name of ['api', 'projector', 'audit'] as const)
        expect(await ready(name)).toEqual([200, undefined]);
      const { status, body, position } = await begin(overdueCase());
      expect(status).toBe(201);
      const seen = await client.get(`/api/v1/cases/${body.id}/timeline?after=${position}`);
      expect(seen.body.items).toHaveLength(1);
      await system.kafkaBack();
      expect(await ready('publisher')).toEqual([200, undefined]);
      topics = await readTopics(system.brokers);
      await untilReviewed([body.id]);
      await untilPublished(system.databaseUrl, topics, SOON_ms);
      const log = await readLog(system.databaseUrl);
      expect(firstTellings(topics.records.all)).toEqual(inOrder(publishable(log)));
    },
    TEST_MAX_ms,
  );

  test(
    'every app tells its lag, and nothing is parked',
    async () => {
      const metrics = async (name: AppName) => (await fetch(`${system.urlOf(name)}/metrics`)).text();
      for (const name of ['publisher', 'projector', 'escalation', 'notification', 'audit'] as const) {
        expect(await metrics(name)).toMatch(
          new RegExp(`huiyin_follower_lag_events\\{follower="${name}"\\} \\d`),
        );
      }
      const parked = await databaseAsText(system.databaseUrl);
      expect(parked.filter(({ place }) => place.startsWith('messaging.parked'))).toEqual([]);
    },
    TEST_MAX_ms,
  );

  test(
    'drained and ended, the whole run has left nothing personal in topics, logs or database',
    async () => {
      await untilPublished(system.databaseUrl, topics, SOON_ms);
      expect(await system.stopApps()).toEqual([]);
      const database = await databaseAsText(system.databaseUrl);
      const records = topics.records.all.map(({ topic, key, headers, value }) => ({
        place: topic,
        text: `${key} ${JSON.stringify(headers)} ${value}`,
      }));
      const logs = [
        { place: 'logs of the apps', text: system.lines.join('\n') },
        { place: 'logs of the servers', text: await system.serverLogs() },
      ];
      // The search finds what is there to be found.
      const found = leaksIn({ marker: MARKER }, [...database, ...records]);
      expect(found).toEqual(
        expect.arrayContaining([`marker in event_store.event`, `marker in ${TOPICS[0].name}`]),
      );
      expect(leaksIn({ said: 'huiyin publisher is at' }, logs)).toEqual(['said in logs of the apps']);
      expect(leaksIn(PLANTED, [...database, ...records, ...logs])).toEqual([]);
      expect(new Set(records.map(({ place }) => place))).toEqual(new Set(TOPICS.map(({ name }) => name)));
    },
    TEST_MAX_ms,
  );
});

/** Streams with their event ids, in the order in which each arrived first: a repeat after a crash is allowed. */
function firstTellings(records: readonly Published[]): Map<string, readonly string[]> {
  const streams = new Map<string, Set<string>>();
  for (const { subject, id } of records) {
    streams.set(subject, (streams.get(subject) ?? new Set()).add(id));
  }
  return new Map<string, readonly string[]>(
    [...streams].map(([stream, ids]) => [stream, [...ids]] as const).sort(byName),
  );
}

function inOrder(log: readonly { stream: string; id: string }[]): Map<string, readonly string[]> {
  const streams = new Map<string, readonly string[]>();
  for (const { stream, id } of log) streams.set(stream, [...(streams.get(stream) ?? []), id]);
  return new Map([...streams].sort(byName));
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
