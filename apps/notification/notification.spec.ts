import { identifyByHeaders } from '@huiyin/access';
import { officeTree } from '@huiyin/domain';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import type { Privacy } from '@huiyin/privacy';
import { Webhook } from 'standardwebhooks';
import { emailChannel, smsChannel, webhookChannel, type Channels } from './channels';
import { takeDue, LEASE_ms } from './due';
import {
  createBench,
  createHandedConsumer,
  createHttpSink,
  createSmtpSink,
  message,
  newId,
  officeMessage,
  registered,
  type Bench,
  type HttpSink,
  type SmtpSink,
} from './notification.fixture';
import { STALE_ms } from './handle';
import { countNotices, listNotices } from './list-notices';
import { NotificationModule } from './notification.module';
import { HOUR_ms, systemClock } from '@huiyin/kernel';
import type { SendPolicy } from './send';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const WANG = { name: '王芳', email: 'wf@example.cn', phone: '13800138000' };

let bench: Bench;
let smtp: SmtpSink;
let http: HttpSink;
let privacy: Privacy;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  bench = await createBench();
  ({ privacy } = bench);
  smtp = await createSmtpSink();
  http = await createHttpSink();
  open.push(smtp, http);
});
afterEach(async () => {
  await bench.close();
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const email = () => emailChannel({ url: smtp.url, from: 'Huiyin <notice@city.example>' });
const sms = () =>
  smsChannel({
    url: `${http.url}/sms`,
    headers: { authorization: 'Bearer k' },
    body: '{"phone":"{{to}}","content":"【回音】{{text}}","n":1}',
  });
const webhook = () => webhookChannel({ secret: SECRET, clock: systemClock });
const english = { language: 'en' } as const;
const states = async () =>
  (await countNotices(bench.pool)).map(({ state, channel, count }) => `${state} ${channel} ${count}`);
const decoded = (raw: string) => {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return /transfer-encoding: base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body;
};
const sent = (caseId: string, to = 'housing') =>
  message('huiyin.case.sent.v1', { caseId, by: 'xf', to, mode: 'refer', reachable: true });

describe('the petitioner', () => {
  it('is told by mail, in Chinese, by name, with a Message-ID that stays', async () => {
    const caseId = newId();
    const running = bench.start({ email: email(), sms: sms() });
    const first = await registered(privacy, caseId, { subject: newId(), ...WANG });
    await running.give(officeMessage('xf'), first);
    expect(smtp.mails.map(({ to }) => to)).toEqual([['wf@example.cn']]);
    expect(decoded(smtp.mails[0]!.raw)).toContain(`王芳，您好：您反映的事项已由xf局登记，编号 ${caseId}`);
    expect(smtp.mails[0]!.raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@huiyin\.invalid>/m);
    expect(http.requests).toEqual([]);
  });

  it('is told of every step that M44 owes them, and of no other', async () => {
    const caseId = newId();
    const by = 'housing';
    const running = bench.start({ email: email() }, english);
    await running.give(
      await registered(privacy, caseId, { subject: newId(), ...WANG }),
      message('huiyin.case.sorted.v1', { caseId, by: 'xf', routes: [], procedure: 'ordinary' }),
      sent(caseId),
      message('huiyin.case.acknowledged.v1', { caseId, by, how: 'written' }),
      message('huiyin.case.accepted.v1', { caseId, by, procedure: 'ordinary' }),
      message('huiyin.case.answer-extended.v1', {
        caseId,
        by,
        days: 30,
        approvedBy: 'head',
        reasons: 'a survey',
      }),
      message('huiyin.case.answered.v1', { caseId, by, outcomes: [] }),
      message('huiyin.case.closing-reported.v1', { caseId, by }),
      message('huiyin.case.closed.v1', { caseId, by }),
    );
    const { notices } = await listNotices(bench.pool, { caseId, limit: 50 });
    const told = notices.filter(({ recipient }) => recipient.startsWith('petitioner:'));
    expect(told.map(({ template }) => template).reverse()).toEqual([
      'received',
      'sent',
      'acknowledged',
      'accepted',
      'extended',
      'answered',
      'closed',
    ]);
    const extended = smtp.mails.find(({ raw }) => raw.includes('is extended'))!;
    expect(decoded(extended.raw).replace(/=\r\n/g, '')).toContain('30 more days');
    expect(decoded(extended.raw).replace(/=\r\n/g, '')).toContain('a survey');
  });

  it('is told by SMS through the gateway where there is only a number', async () => {
    const caseId = newId();
    const running = bench.start({ email: email(), sms: sms() });
    await running.give(
      await registered(privacy, caseId, { subject: newId(), name: '李"雷', phone: '13900139000' }),
    );
    const [request] = http.requests;
    expect(request).toMatchObject({ url: '/sms', method: 'POST' });
    expect(request!.headers).toMatchObject({ authorization: 'Bearer k', 'content-type': 'application/json' });
    const body = JSON.parse(request!.body) as Record<string, unknown>;
    expect(body).toMatchObject({ phone: '13900139000', n: 1 });
    expect(body['content']).toContain('【回音】李"雷，您好');
  });

  it('without a usable channel is visible as such, and an anonymous case owes nobody a notice', async () => {
    const running = bench.start({ email: email() });
    const subject = newId();
    await running.give(
      await registered(privacy, newId(), { subject, phone: '13900139000' }),
      await registered(privacy, newId()),
    );
    const { notices } = await listNotices(bench.pool, { state: 'no-channel', limit: 10 });
    expect(notices.map(({ recipient, channel }) => [recipient, channel])).toEqual([
      [`petitioner:${subject}`, 'none'],
    ]);
    expect(await states()).toEqual(['no-channel none 1']);
  });

  it('whose data was erased is not told any more', async () => {
    const caseId = newId();
    const subject = newId();
    const first = await registered(privacy, caseId, { subject, ...WANG });
    await privacy.erase(subject);
    await bench.start({ email: email() }).give(first);
    expect(smtp.mails).toEqual([]);
    expect(await states()).toEqual(['no-channel email 1']);
  });
});

describe('an office', () => {
  it('is told by mail and by a webhook whose signature can be verified', async () => {
    const caseId = newId();
    const running = bench.start({ email: email(), webhook: webhook() }, english);
    await running.give(
      officeMessage('housing', { email: 'housing@city.example', webhook: `${http.url}/hook` }),
      officeMessage('xf'),
      sent(caseId),
    );
    expect(smtp.mails.map(({ to }) => to)).toEqual([['housing@city.example']]);
    const { body, headers } = http.requests[0]!;
    const verified = new Webhook(SECRET).verify(body, headers as Record<string, string>);
    expect(verified).toMatchObject({ type: 'assigned', caseId, office: 'xf' });
    expect((verified as { text: string }).text).toContain(
      `Office housing: Office xf sent you case ${caseId}`,
    );
    expect(() => new Webhook(SECRET).verify(`${body} `, headers as Record<string, string>)).toThrow();
  });

  it('and its overseer are told of a breach in the words of the pack', async () => {
    const caseId = newId();
    const text = (zh: string, name: string) => ({ zh, en: name });
    const pack = {
      id: 'p',
      version: 1,
      name: text('包', 'P'),
      timeZone: 'Asia/Shanghai',
      duties: [{ id: 'answer', name: text('答复', 'answer the petitioner'), source: text('条', 'Art.') }],
      ladder: { id: 'l', rungs: [{ id: 'talk', name: text('约谈', 'talk'), faults: 1 }] },
    };
    const running = bench.start({ email: email() }, english);
    await running.give(
      message('huiyin.policy.adopted.v1', { pack }),
      officeMessage('housing', { email: 'housing@city.example' }),
      officeMessage('xf', { email: 'xf@city.example' }),
      message('huiyin.case.duty-breached.v1', {
        caseId,
        dutyId: 'answer:1',
        rule: 'answer',
        office: 'housing',
        overseer: 'xf',
        dueAt: '2026-03-01T15:59:59.999Z',
        policy: 'p@1',
      }),
    );
    const texts = smtp.mails.map(({ to, raw }) => `${to[0]} ${decoded(raw).replace(/=\r\n/g, '')}`).sort();
    expect(texts[0]).toContain('housing@city.example Office housing: the duty "answer the petitioner"');
    expect(texts[0]).toContain('March 1, 2026');
    expect(texts[1]).toContain('xf@city.example Office xf: Office housing missed the duty');
  });

  it('under review is told what is proposed, though that message names neither it nor its case', async () => {
    const [caseId, reviewId] = [newId(), newId()];
    const running = bench.start({ email: email() }, english);
    await running.give(
      officeMessage('housing', { email: 'housing@city.example' }),
      message('huiyin.review.opened.v1', {
        reviewId,
        caseId,
        pack: 'p',
        office: 'housing',
        by: 'xf',
        reasons: 'late',
      }),
      message('huiyin.review.finding-proposed.v1', {
        reviewId,
        by: 'system',
        finding: { outcome: 'no-fault', reasons: 'met in time' },
      }),
    );
    const { notices } = await listNotices(bench.pool, { caseId, limit: 10 });
    expect(notices.map(({ template, recipient }) => [template, recipient])).toEqual([
      ['finding-proposed', 'office:housing'],
      ['review-opened', 'office:housing'],
    ]);
  });

  it('whose address arrives after the event is told then', async () => {
    const running = bench.start({ email: email() });
    await running.give(sent(newId()));
    expect(await states()).toEqual(['no-channel none 1']);
    await running.give(officeMessage('housing', { email: 'housing@city.example' }));
    expect(smtp.mails.map(({ to }) => to)).toEqual([['housing@city.example']]);
    expect(await states()).toEqual(['sent email 1']);
  });
});

describe('nothing twice', () => {
  it('for one event and recipient, however often the message comes and whoever handles it', async () => {
    const channels: Channels = { email: email() };
    const first = await registered(privacy, newId(), { subject: newId(), ...WANG });
    const one = bench.start(channels);
    const two = bench.start({ email: email() });
    await Promise.all([one.give(first, first), two.give(first, first)]);
    await Promise.all([one.waitIdle(), two.waitIdle()]);
    expect(smtp.mails).toHaveLength(1);
    expect(await states()).toEqual(['sent email 1']);
  });

  it('except after a crash between sending and noting it: then under the same id', async () => {
    const running = bench.start({ webhook: webhook() });
    await running.give(officeMessage('housing', { webhook: `${http.url}/hook` }), sent(newId()));
    // As a process leaves it that dies after the answer and before its own note of it.
    await bench.pool.query(`UPDATE notification.notice SET state = 'sending', next_attempt_at = $1`, [
      new Date(bench.clock.now().getTime() + LEASE_ms),
    ]);
    await running.waitIdle();
    expect(http.requests).toHaveLength(1);
    bench.clock.moveTo(new Date(bench.clock.now().getTime() + LEASE_ms));
    await running.waitIdle();
    expect(new Set(http.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(http.requests).toHaveLength(2);
    expect(await states()).toEqual(['sent webhook 1']);
  });

  it('and two senders never take the same notice', async () => {
    const running = bench.start({});
    await running.stop();
    for (let index = 0; index < 20; index += 1) {
      await bench.pool.query(
        `INSERT INTO notification.notice
           (event_id, recipient, channel, state, template, language, facts, next_attempt_at, created_at)
         VALUES ($1, 'office:x', 'email', 'pending', 'assigned', 'en', '{}', $2, $2)`,
        [newId(), bench.clock.now()],
      );
    }
    const taken = await Promise.all([1, 2, 3, 4].map(() => takeDue(bench.pool, bench.clock.now(), 8)));
    const ids = taken.flat().map(({ eventId }) => eventId);
    expect(ids.length).toBe(20);
    expect(new Set(ids).size).toBe(20);
  });
});

describe('a channel that fails', () => {
  const policy: SendPolicy = {
    attemptsMax: 3,
    backoff: { first_ms: 1_000, factor: 2, longest_ms: 60_000 },
  };
  const later = (ms: number) => bench.clock.moveTo(new Date(bench.clock.now().getTime() + ms));

  it('is tried again with longer and longer waits, and the notice goes out when it is back', async () => {
    const { url, port } = smtp;
    await smtp.close();
    open.splice(open.indexOf(smtp), 1);
    const running = bench.start({ email: emailChannel({ url, from: 'n@city.example' }) }, { policy });
    await running.give(await registered(privacy, newId(), { subject: newId(), ...WANG }));
    const waiting = async () => (await listNotices(bench.pool, { limit: 1 })).notices[0]!;
    expect(await waiting()).toMatchObject({ state: 'pending', attempts: 1 });
    later(999);
    await running.waitIdle();
    expect(await waiting()).toMatchObject({ state: 'pending', attempts: 1 });
    later(1);
    await running.waitIdle();
    const second = await waiting();
    expect(second).toMatchObject({ state: 'pending', attempts: 2 });
    expect(second.nextAttemptAt.getTime() - bench.clock.now().getTime()).toBe(2_000);
    expect(second.lastErrorCode).toMatch(/ECONNECTION|ESOCKET|ECONNREFUSED/);
    const back = await createSmtpSink(port);
    open.push(back);
    later(2_000);
    await running.waitIdle();
    expect(back.mails).toHaveLength(1);
    expect(await waiting()).toMatchObject({ state: 'sent', attempts: 3 });
  });

  it('parks a notice after the bound, visibly and without what it said; it can be tried again', async () => {
    let status = 503;
    const gateway = await createHttpSink(() => ({ status }));
    open.push(gateway);
    const channels = { sms: smsChannel({ url: gateway.url, body: '{"t":"{{to}} {{text}}"}' }) };
    const running = bench.start(channels, { policy });
    const caseId = newId();
    await running.give(await registered(privacy, caseId, { subject: newId(), phone: '13900139000' }));
    for (const wait of [1_000, 2_000]) {
      later(wait);
      await running.waitIdle();
    }
    expect((await running.stats()).notices).toEqual([{ state: 'parked', channel: 'sms', count: 1 }]);
    const { notices } = await listNotices(bench.pool, { state: 'parked', caseId, limit: 10 });
    expect(notices[0]).toMatchObject({ attempts: 3, lastErrorCode: 'http-503' });
    later(HOUR_ms);
    await running.waitIdle();
    expect(gateway.requests).toHaveLength(3);
    status = 200;
    expect(await running.requeue(caseId)).toBe(1);
    await running.waitIdle();
    expect(await states()).toEqual(['sent sms 1']);
  });

  it('does not hold up other recipients', async () => {
    const picky = await createSmtpSink(0, (to) => (to === 'bad@city.example' ? 550 : undefined));
    open.push(picky);
    const running = bench.start({ email: emailChannel({ url: picky.url, from: 'n@city.example' }) });
    await running.give(
      officeMessage('bad', { email: 'bad@city.example' }),
      officeMessage('good', { email: 'good@city.example' }),
      sent(newId(), 'bad'),
      sent(newId(), 'good'),
    );
    expect(picky.mails.map(({ to }) => to)).toEqual([['good@city.example']]);
    const { notices } = await listNotices(bench.pool, { state: 'pending', limit: 10 });
    expect(notices.map(({ lastErrorCode }) => lastErrorCode)).toEqual(['smtp-550']);
  });

  it('that answers with a redirect is not followed', async () => {
    const elsewhere = await createHttpSink();
    const moved = await createHttpSink(() => ({ status: 307, location: elsewhere.url }));
    open.push(elsewhere, moved);
    const running = bench.start({ webhook: webhook() });
    await running.give(officeMessage('housing', { webhook: moved.url }), sent(newId()));
    expect(elsewhere.requests).toEqual([]);
    const { notices } = await listNotices(bench.pool, { limit: 1 });
    expect(notices[0]).toMatchObject({ state: 'pending', lastErrorCode: 'http-307' });
  });
});

it('keeps nothing personal in plain text in its tables', async () => {
  const running = bench.start({ email: email() });
  const caseId = newId();
  await running.give(await registered(privacy, caseId, { subject: newId(), ...WANG }), sent(caseId));
  expect(smtp.mails).toHaveLength(2);
  const { rows: tables } = await bench.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'notification'`,
  );
  expect(tables.length).toBeGreaterThanOrEqual(5);
  const dumps = await Promise.all(
    tables.map(({ name }) => bench.pool.query(`SELECT * FROM notification.${name}`)),
  );
  const everything = JSON.stringify(dumps.map(({ rows }) => rows as unknown[]));
  expect(everything).toContain(caseId);
  for (const planted of Object.values(WANG)) expect(everything).not.toContain(planted);
});

it('tells nobody of what happened long ago, as an import brings it', async () => {
  const running = bench.start({ email: email() });
  const old = new Date(bench.clock.now().getTime() - STALE_ms - 1).toISOString();
  const first = await registered(privacy, newId(), { subject: newId(), ...WANG });
  await running.give({ ...first, time: old });
  expect(await states()).toEqual([]);
});

it('lists in pages, newest first', async () => {
  const running = bench.start({});
  const caseIds = [newId(), newId(), newId()];
  await running.give(...caseIds.map((caseId) => sent(caseId)));
  const one = await listNotices(bench.pool, { limit: 2 });
  const two = await listNotices(bench.pool, { limit: 2, cursor: one.next! });
  expect([...one.notices, ...two.notices].map(({ caseId }) => caseId)).toEqual(caseIds.reverse());
  expect(two.next).toBeUndefined();
  await expect(listNotices(bench.pool, { limit: 2, cursor: '1; DROP' })).rejects.toThrow(RangeError);
});

it('lives as long as its Nest application', async () => {
  const consumer = createHandedConsumer();
  const { pool, clock } = bench;
  const module = NotificationModule.with(
    { consumer, pool, privacy, clock, channels: { email: email() }, mayTell: async () => true },
    {
      identify: identifyByHeaders,
      directory: { ...officeTree(), reached: async () => undefined, stop: async () => undefined },
    },
  );
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  await consumer.give(await registered(privacy, newId(), { subject: newId(), ...WANG }));
  await app.get(NotificationModule).notification!.waitIdle();
  await app.close();
  expect(smtp.mails).toHaveLength(1);
});

describe('an office that a case accuses', () => {
  const told = (mayTell: boolean[]) => ({ mayTell: async () => mayTell.shift() ?? false });
  it('is not told of it', async () => {
    const running = bench.start({ email: email() }, told([]));
    await running.give(officeMessage('water', { email: 'water@example.org' }), sent(newId(), 'water'));
    expect(smtp.mails).toEqual([]);
    expect(await states()).toEqual([]);
  });
  it('is not told of it either when it was accused after the notice was written', async () => {
    const running = bench.start({ email: email() }, told([true, false]));
    await running.give(officeMessage('water', { email: 'water@example.org' }), sent(newId(), 'water'));
    expect(smtp.mails).toEqual([]);
    expect(await states()).toEqual(['no-channel email 1']);
  });
});
