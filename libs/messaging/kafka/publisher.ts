import { QueueFull, silentLog } from '@huiyin/kernel';
import { Partitioners, type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import { describeFailure } from '../failure';
import { BrokerUnavailable, type Message, type Publisher } from '../port';
import { createClient, type KafkaConnection } from './client';
import { toRecord } from './encode';

/** Messages in one request to the broker: about 1 MB of contract messages. */
const BATCH_MAX = 500;
/** Calls of `publish` that wait their turn. */
const WAITING_MAX = 1_000;
const ALL_REPLICAS = -1;

/** Idempotent, acks=all, one request at a time: a retry inside one connection neither doubles nor reorders. */
export function createKafkaPublisher(connection: KafkaConnection): Publisher {
  const kafka = createClient(connection);
  const { log = silentLog } = connection;
  let producer: Promise<Producer> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let waiting = 0;

  const send = async (messages: readonly Message[]) => {
    try {
      producer ??= connect(kafka);
      const connected = await producer;
      for (let from = 0; from < messages.length; from += BATCH_MAX) {
        const batch = messages.slice(from, from + BATCH_MAX);
        await connected.sendBatch({ topicMessages: byTopic(batch), acks: ALL_REPLICAS });
      }
    } catch (cause) {
      // A producer that failed may have lost its sequence numbers, and would be refused from then on: the next call
      // begins with a new one.
      const failed = producer;
      producer = undefined;
      void failed?.then((each) => each.disconnect()).catch(() => undefined);
      log.warn({ failure: describeFailure(cause), messages: messages.length }, 'publish failed');
      throw new BrokerUnavailable(cause);
    }
  };

  return {
    publish: (messages) => {
      if (messages.length === 0) return Promise.resolve();
      if (waiting >= WAITING_MAX) return Promise.reject(new QueueFull('kafka publisher', 1));
      waiting += 1;
      const sent = turn.then(() => send(messages)).finally(() => (waiting -= 1));
      turn = sent.catch(() => undefined);
      return sent;
    },
    close: async () => {
      await turn;
      await (await producer)?.disconnect();
      producer = undefined;
    },
  };
}

async function connect(kafka: Kafka): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    // murmur2 of the key, as every Kafka client does.
    createPartitioner: Partitioners.DefaultPartitioner,
    // Bounded, because the caller keeps the messages and publishes them again.
    retry: { retries: PUBLISH_RETRIES_MAX, maxRetryTime: PUBLISH_RETRY_LONGEST_ms },
  });
  await producer.connect();
  return producer;
}

const PUBLISH_RETRIES_MAX = 6;
const PUBLISH_RETRY_LONGEST_ms = 2_000;

function byTopic(messages: readonly Message[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const message of messages) {
    const topic = topics.get(message.topic) ?? { topic: message.topic, messages: [] };
    topic.messages.push(toRecord(message));
    topics.set(message.topic, topic);
  }
  return [...topics.values()];
}
