import { brokersReachable } from '@huiyin/messaging/kafka';
import { fail, ok, type Check } from '../check';

export const kafka: Check = {
  name: 'kafka',
  async look({ brokers }) {
    if (!brokers) return ok('not used (no KAFKA_BROKERS)');
    const reachable = await brokersReachable(brokers);
    return reachable.ok
      ? ok(`${reachable.brokers} brokers answer`)
      : fail(reachable.says, 'start Kafka, or correct KAFKA_BROKERS; nothing is lost meanwhile');
  },
};
