import { inWords } from '@huiyin/kernel/in-words';
import { Kafka, logLevel } from 'kafkajs';
import { calmQueueTimer } from './queue-timer';

const CONNECT_TIMEOUT_ms = 1_500;
const REQUEST_TIMEOUT_ms = 2_000;

export type Reachable = { ok: true; brokers: number } | { ok: false; says: string };

/** Asks once, without retries, which brokers the cluster has. Never rejects. */
export async function brokersReachable(brokers: readonly string[]): Promise<Reachable> {
  calmQueueTimer();
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId: 'huiyin-health',
    connectionTimeout: CONNECT_TIMEOUT_ms,
    requestTimeout: REQUEST_TIMEOUT_ms,
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    return { ok: true, brokers: cluster.brokers.length };
  } catch (error) {
    const why = inWords(error);
    return { ok: false, says: `no broker of ${brokers.join(', ')} answers: ${why}` };
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
