import { traced, type Clock } from '@huiyin/kernel';
import type { ConsumeOptions, Consumer, Consumption } from '@huiyin/messaging';
import type { Metrics } from './metrics';
import type { Parked } from './parked.controller';

export interface ObserveOptions {
  metrics: Metrics;
  clock: Clock;
  /** Learns each group, so that its parked messages can be released. */
  parked: Parked;
}

/**
 * A consumer whose handlers are traced, and whose groups tell their lag: in messages, and by the age of the last one
 * handled while more wait.
 */
export function observedConsumer<C extends Consumer>(
  consumer: C,
  { metrics, clock, parked }: ObserveOptions,
): C {
  return {
    ...consumer,
    subscribe(options: ConsumeOptions): Consumption {
      let handledAt_ms = clock.now().getTime();
      const consumption = consumer.subscribe({
        ...options,
        async handler(message) {
          const attributes = { 'huiyin.stream': message.subject, 'huiyin.position': message.position };
          await traced(`${options.group} ${message.type}`, message.traceparent, attributes, () =>
            options.handler(message),
          );
          const { recordedAt } = message.data as { recordedAt?: string };
          handledAt_ms = Date.parse(recordedAt ?? message.time);
        },
      });
      parked.consumptions.set(options.group, consumption);
      metrics.follower(options.group, () => {
        const events = consumption.lag();
        return {
          events,
          seconds: events > 0 ? Math.max(0, (clock.now().getTime() - handledAt_ms) / 1_000) : 0,
        };
      });
      return consumption;
    },
  };
}
