import { brokersReachable } from '@huiyin/messaging/kafka';
import type { Config } from './config';
import type { Platform } from './platform';

/** An app that works through Kafka is not ready while no broker answers. */
export const watchKafka = (
  { readiness }: Pick<Platform, 'readiness'>,
  { KAFKA_BROKERS: brokers }: Pick<Config, 'KAFKA_BROKERS'>,
): void =>
  readiness.watch('kafka', async () => {
    const reachable = await brokersReachable(brokers);
    return reachable.ok ? undefined : { level: 'down', says: reachable.says };
  });
