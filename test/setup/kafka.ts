import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kafkaMissing, startKafka, type Kafka } from '../../infra/kafka';

interface Offer {
  server: Server;
  folder?: string;
  broker?: Promise<Kafka>;
}

declare global {
  var huiyinTestKafka: Offer | undefined;
}

/** The first use may fetch the jars. */
const START_MAX_ms = 300_000;
const PORT_VARIABLE = 'HUIYIN_TEST_KAFKA_PORT';

/** In the main process of a run: one broker, started when the first suite asks for it, so that other runs pay nothing. */
export async function offerKafka(): Promise<void> {
  const offer: Offer = { server: createServer() };
  offer.server.on('connection', (socket) => {
    offer.broker ??= startBroker(offer);
    offer.broker.then(
      ({ brokers }) => socket.end(JSON.stringify({ brokers })),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
  });
  await new Promise<void>((resolve) => offer.server.listen(0, '127.0.0.1', resolve));
  offer.server.unref();
  process.env[PORT_VARIABLE] = String((offer.server.address() as AddressInfo).port);
  globalThis.huiyinTestKafka = offer;
}

async function startBroker(offer: Offer): Promise<Kafka> {
  offer.folder = await mkdtemp(path.join(tmpdir(), 'huiyin-test-kafka-'));
  return startKafka({ folder: offer.folder });
}

export async function withdrawKafka(): Promise<void> {
  const offer = globalThis.huiyinTestKafka;
  if (!offer) return;
  offer.server.close();
  await (await offer.broker?.catch(() => undefined))?.stop();
  if (offer.folder) await rm(offer.folder, { recursive: true, force: true });
}

/** The brokers of the run's Kafka. */
export async function sharedKafka(): Promise<string[]> {
  const socket = createConnection({ host: '127.0.0.1', port: Number(process.env[PORT_VARIABLE]) });
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const answer = JSON.parse(Buffer.concat(chunks).toString()) as { brokers?: string[]; error?: string };
  if (!answer.brokers) throw new Error(answer.error);
  return answer.brokers;
}

/**
 * A suite that needs a real Kafka; `suite` gets what answers the brokers' addresses from the first `beforeAll` on.
 * Where Java or Maven is missing it is skipped loudly, and under `CI=true` it fails.
 */
export function describeKafka(name: string, suite: (brokers: () => string[]) => void): void {
  const missing = kafkaMissing();
  let brokers: string[] = [];
  if (!missing) {
    describe(name, () => {
      beforeAll(async () => void (brokers = await sharedKafka()), START_MAX_ms);
      suite(() => brokers);
    });
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      test('has a Kafka to run on', () => {
        throw new Error(missing);
      });
    });
  } else {
    process.stderr.write(`\n*** SKIPPED, not passed: ${name} *** ${missing}\n\n`);
    describe.skip(name, () => suite(() => []));
  }
}
