import type { EventStore } from '@huiyin/event-store';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How far a follower is behind the log. */
export interface Lag {
  events: number;
  seconds: number;
}

const APPEND_BUCKETS_s = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export interface Metrics {
  registry: Registry;
  /** The store with its appends timed. */
  timed(store: EventStore): EventStore;
  /** A follower whose lag is read at each scrape. */
  follower(name: string, lag: () => Promise<Lag> | Lag): void;
  /** A number that is read at each scrape, one for each label. */
  gauge(
    name: string,
    help: string,
    label: string,
    read: () => Promise<Readonly<Record<string, number>>>,
  ): void;
}

/** What cannot be read now is left out of the scrape: the other figures are wanted all the more. */
async function unlessAway<T>(read: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const appends = new Histogram({
    name: 'huiyin_append_seconds',
    help: 'Time from a decided command to its events being durable.',
    labelNames: ['status'],
    buckets: APPEND_BUCKETS_s,
    registers,
  });
  const followers = new Map<string, () => Promise<Lag> | Lag>();
  const lagGauge = (name: string, help: string, of: keyof Lag): void =>
    void new Gauge({
      name,
      help,
      labelNames: ['follower'],
      registers,
      async collect() {
        for (const [follower, lag] of followers) {
          const behind = await unlessAway(lag);
          if (behind) this.set({ follower }, behind[of]);
        }
      },
    });
  lagGauge('huiyin_follower_lag_events', 'Events in the log that a follower has not handled.', 'events');
  lagGauge(
    'huiyin_follower_lag_seconds',
    'Age of the oldest event that a follower has not handled.',
    'seconds',
  );
  return {
    registry,
    timed: (store) => ({
      ...store,
      async append(request) {
        const end = appends.startTimer();
        try {
          const result = await store.append(request);
          end({ status: result.status });
          return result;
        } catch (error) {
          end({ status: 'failed' });
          throw error;
        }
      },
    }),
    follower: (name, lag) => void followers.set(name, lag),
    gauge(name, help, label, read) {
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers,
        async collect() {
          this.reset();
          const values = (await unlessAway(read)) ?? {};
          for (const [value, number] of Object.entries(values)) this.set({ [label]: value }, number);
        },
      });
    },
  };
}
