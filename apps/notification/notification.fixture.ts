import { createPool } from '@huiyin/database';
import { ManualClock, personal, uuidv7, type Sealed } from '@huiyin/kernel';
import { CONTRACTS, schemaUri, topicOf, type DataOf, type MessageType } from '@huiyin/contracts';
import type { Consumer, Consumption, Message } from '@huiyin/messaging';
import { inMemoryPrivacy, type Privacy } from '@huiyin/privacy';
import { createTestDatabase } from '@huiyin/testing/database';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';
import { SMTPServer } from 'smtp-server';
import type { Channels } from './channels';
import { startNotification, type NotificationDeps, type RunningNotification } from './notification';
import { migrateNotification } from './schema';

export const NOW = '2026-03-02T01:00:00.000Z';
export const newId = () => uuidv7(new Date(NOW));

/** A consumer that hands over what it is given: the ports of messaging have their own contract suite. */
export function createHandedConsumer(): Consumer & { give(message: Message): Promise<void> } {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  let give: (message: Message) => Promise<void> = () => Promise.reject(new Error('nobody has subscribed'));
  return {
    subscribe: ({ handler }): Consumption => {
      give = handler;
      return {
        done,
        stop: async () => resolve(),
        release: async () => ({ status: 'released', handled: 0, left: 0 }),
        lag: () => 0,
      };
    },
    close: async () => undefined,
    give: (message) => give(message),
  };
}

let position = 0;
type Data<T extends MessageType> = Omit<DataOf<T>, 'revision' | 'occurredAt' | 'recordedAt'>;

export function message<T extends MessageType>(
  type: T,
  data: Data<T>,
  overrides: Partial<Message> = {},
): Message {
  position += 1;
  const origin = { revision: 0, occurredAt: NOW, recordedAt: NOW };
  const full = CONTRACTS[type].data.parse({ ...origin, ...data });
  return {
    id: newId(),
    topic: topicOf(type),
    key: 'k',
    type,
    source: '/huiyin',
    subject: 's',
    time: NOW,
    dataschema: schemaUri(type),
    data: full,
    position,
    ...overrides,
  };
}

export interface Person {
  subject: string;
  name?: string;
  email?: string;
  phone?: string;
}

/** `case.registered` as the publisher makes it: contacts sealed in the stored event. */
export async function registered(privacy: Privacy, caseId: string, person?: Person): Promise<Message> {
  const eventId = newId();
  const stream = `case-${caseId}`;
  const seal = async (field: string, text: string | undefined): Promise<Sealed | undefined> => {
    if (text === undefined || !person) return undefined;
    const data = { petitioner: { [field]: personal(text, person.subject) } };
    const sealed = await privacy.sealEvent({ id: eventId, stream, data });
    return sealed.data.petitioner[field] as unknown as Sealed;
  };
  const petitioner = person && {
    subject: person.subject,
    name: await seal('name', person.name),
    email: await seal('email', person.email),
    phone: await seal('phone', person.phone),
    origin: { stream, eventId },
  };
  const data: Data<'huiyin.case.registered.v1'> = {
    caseId,
    pack: 'xinfang-2022',
    channel: 'online',
    category: 'housing',
    title: 'Leaking roof',
    place: 'Building 4',
    claims: [{ id: 'c1', kind: 'claim' }],
    kind: 'individual',
    persons: 1,
    reachable: true,
    receiver: 'xf',
    receivedAt: NOW,
    petitioner,
  };
  return message('huiyin.case.registered.v1', data, { id: eventId });
}

export const officeMessage = (
  officeId: string,
  address: { email?: string; webhook?: string } = {},
): Message =>
  message('huiyin.office.registered.v1', {
    officeId,
    name: { zh: `${officeId}局`, en: `Office ${officeId}` },
    kind: 'office',
    level: 'city',
    territory: 'x',
    functions: [],
    ...address,
  });

export interface Mail {
  to: string[];
  /** As it went over the wire. */
  raw: string;
}

export interface SmtpSink {
  url: string;
  port: number;
  mails: Mail[];
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent; `refuse` answers a code for an address. */
export async function createSmtpSink(
  port = 0,
  refuse?: (to: string) => number | undefined,
): Promise<SmtpSink> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refuse?.(address);
      if (responseCode === undefined) done();
      else done(Object.assign(new Error('no'), { responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
  const actual = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${actual}`,
    port: actual,
    mails,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export interface HttpSink {
  url: string;
  requests: { url: string; method: string; headers: IncomingHttpHeaders; body: string }[];
  close(): Promise<void>;
}

/** A real HTTP server that keeps what it is sent and answers what `answer` says. */
export async function createHttpSink(
  answer: () => { status: number; location?: string } = () => ({ status: 204 }),
): Promise<HttpSink> {
  const requests: HttpSink['requests'] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', method = '', headers } = request;
      requests.push({ url, method, headers, body: Buffer.concat(chunks).toString('utf8') });
      const { status, location } = answer();
      response.writeHead(status, location ? { location } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Bench {
  pool: Pool;
  privacy: Privacy;
  clock: ManualClock;
  start(channels: Channels, more?: Partial<NotificationDeps>): Started;
  close(): Promise<void>;
}

export interface Started extends RunningNotification {
  /** Hands over messages, one after the other, and waits until nothing is due. */
  give(...messages: Message[]): Promise<void>;
}

export async function createBench(): Promise<Bench> {
  const database = await createTestDatabase();
  await migrateNotification(database.url);
  const pool = createPool({ url: database.url });
  const privacy = await inMemoryPrivacy();
  const clock = new ManualClock(NOW);
  const running: RunningNotification[] = [];
  return {
    pool,
    privacy,
    clock,
    start: (channels, more = {}) => {
      const consumer = createHandedConsumer();
      const notification = startNotification({
        ...{ consumer, pool, privacy, channels, clock },
        mayTell: async () => true,
        ...more,
      });
      running.push(notification);
      const give = async (...messages: Message[]) => {
        for (const one of messages) await consumer.give(one);
        await notification.waitIdle();
      };
      return { ...notification, give };
    },
    close: async () => {
      await Promise.all(running.map((notification) => notification.stop()));
      await pool.end();
      await database.drop();
    },
  };
}
