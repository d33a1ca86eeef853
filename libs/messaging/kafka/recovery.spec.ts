import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { startKafka } from '../../../infra/kafka';
import { describeKafka } from '../../../test/setup/kafka';
import { draft } from '../contract/messages';
import { createMemoryParkingLot } from '../parking/memory';
import { BrokerUnavailable } from '../port';
import { createClient } from './client';
import { createKafkaConsumer } from './consumer';
import { createKafkaPublisher } from './publisher';
import { ensureTopics } from './topics';

const TOPIC = 'spec.recovery.v1';

describeKafka('a broker that goes away and comes back', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'huiyin-recovery-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('publish says so, and both sides recover by themselves', async () => {
    const lines: { level: number; msg: string }[] = [];
    const log = pino({ level: 'error' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const first = await startKafka({ folder });
    const { brokers } = first;
    const admin = createClient({ brokers, clientId: 'spec' }).admin();
    await admin.connect();
    const plan = [{ topic: TOPIC, partitions: 2, compacted: true }];
    expect(await ensureTopics(admin, plan)).toEqual([TOPIC]);
    expect(await ensureTopics(admin, plan)).toEqual([]);
    await admin.disconnect();

    const publisher = createKafkaPublisher({ brokers, clientId: 'spec', log });
    const consumer = createKafkaConsumer({ brokers, clientId: 'spec', log, lot: createMemoryParkingLot() });
    const seen: number[] = [];
    let arrived = Promise.withResolvers<void>();
    consumer.subscribe({
      group: 'spec',
      topics: [TOPIC],
      handler: async ({ data }) => {
        seen.push((data as { n: number }).n);
        arrived.resolve();
      },
    });
    const send = (n: number) => publisher.publish([{ ...draft(TOPIC, 'case-0', n), position: n }]);
    await send(1);
    await arrived.promise;
    // What a new broker answers on its first use, and how members join, is no error.
    expect(lines).toEqual([]);

    await first.stop();
    await expect(send(2)).rejects.toThrow(BrokerUnavailable);
    arrived = Promise.withResolvers<void>();
    const second = await startKafka({ folder, port: Number(brokers[0]!.split(':')[1]) });
    await send(3);
    await arrived.promise;
    expect(seen).toEqual([1, 3]);
    await consumer.close();
    await publisher.close();
    await second.stop();
  }, 120_000);
});
