import { TOPICS } from '@huiyin/contracts';
import { silentLog } from '@huiyin/kernel';
import { createClient } from '@huiyin/messaging/kafka';
import { randomUUID } from 'node:crypto';
import { Arrivals } from './within';

/** One record as it lies on its topic. */
export interface Published {
  topic: string;
  partition: number;
  offset: string;
  key: string;
  headers: Record<string, string>;
  value: string;
  type: string;
  /** The stream that it tells of. */
  subject: string;
  id: string;
  data: Record<string, unknown>;
}

export interface TopicReader {
  records: Arrivals<Published>;
  close(): Promise<void>;
}

/** Reads every topic from its beginning, by kafkajs itself, and goes on. */
export async function readTopics(brokers: readonly string[]): Promise<TopicReader> {
  const records = new Arrivals<Published>();
  const group = `split-spec-${randomUUID()}`;
  const consumer = createClient({ brokers, clientId: group, log: silentLog }).consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topics: TOPICS.map(({ name }) => name), fromBeginning: true });
  await consumer.run({
    async eachMessage({ topic, partition, message }) {
      const headers = Object.fromEntries(
        Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
      );
      const value = message.value?.toString() ?? '';
      records.add({
        topic,
        partition,
        offset: message.offset,
        key: message.key?.toString() ?? '',
        headers,
        value,
        type: headers['ce_type'] ?? '',
        subject: headers['ce_subject'] ?? '',
        id: headers['ce_id'] ?? '',
        data: JSON.parse(value),
      });
    },
  });
  return { records, close: () => consumer.disconnect() };
}
