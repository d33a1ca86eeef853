import { TOPICS } from '@huiyin/contracts';
import { silentLog, type Clock, type Log } from '@huiyin/kernel';
import type { Consumer, Consumption, Message } from '@huiyin/messaging';
import type { Privacy } from '@huiyin/privacy';
import type { Pool } from 'pg';
import type { Channels } from './channels';
import { handle } from './handle';
import { holdNotices } from './hold';
import { countNotices, requeueParked } from './list-notices';
import type { ChannelName, Language, NoticeState } from './notice';
import type { MayTell } from './plan';
import { createPump } from './pump';
import { SENDING, type SendPolicy } from './send';

export interface NotificationDeps {
  consumer: Consumer;
  /** Of a database that `migrateNotification` has brought up to date. */
  pool: Pool;
  privacy: Pick<Privacy, 'open'>;
  channels: Channels;
  mayTell: MayTell;
  clock: Clock;
  log?: Log;
  /** Of every notice. Default `zh-CN`. */
  language?: Language;
  /** IANA zone of the due times told. Default Asia/Shanghai. */
  timeZone?: string;
  policy?: SendPolicy;
}

export type NoticeCount = { state: NoticeState; channel: ChannelName | 'none'; count: number };

export interface RunningNotification {
  /** Takes no more messages, waits for what is being sent, closes the channels. */
  stop(): Promise<void>;
  /** Resolves when every message given is handled and nothing is due to be sent. */
  waitIdle(): Promise<void>;
  stats(): Promise<{ lag: number; notices: NoticeCount[] }>;
  /** Tries what is parked again: of one case, or all. Answers how many. */
  requeue(caseId?: string): Promise<number>;
  /** For health and for releasing parked keys. */
  consumption: Consumption;
}

/** Its consumer group. */
export const NOTIFICATION = 'notification';

/** One message to one recipient, for each event that somebody is owed one for. Never changes a case. */
export function startNotification(deps: NotificationDeps): RunningNotification {
  const { consumer, pool, privacy, channels, mayTell, clock, log = silentLog } = deps;
  const { language = 'zh-CN', timeZone = 'Asia/Shanghai', policy = SENDING } = deps;
  const pump = createPump({ pool, privacy, channels, mayTell, clock, log, timeZone, policy });
  const configured = new Set(Object.keys(channels) as ChannelName[]);
  const atWork = new Set<Promise<unknown>>();
  const onMessage = async (message: Message) => {
    const work = handle(message, { pool, mayTell, clock, language, channels: configured });
    atWork.add(work);
    const toSend = await work.finally(() => atWork.delete(work));
    if (toSend) pump.wake();
  };
  const topics = TOPICS.map(({ name }) => name);
  const consumption = consumer.subscribe({
    group: NOTIFICATION,
    topics,
    handler: onMessage,
    onAnew: async (head) => void (await holdNotices(pool, head)),
  });
  return {
    consumption,
    waitIdle: async () => {
      while (atWork.size > 0) await Promise.allSettled(atWork);
      await pump.idle();
    },
    stats: async () => ({ lag: consumption.lag(), notices: await countNotices(pool) }),
    requeue: async (caseId) => {
      const count = await requeueParked(pool, clock.now(), caseId);
      pump.wake();
      return count;
    },
    stop: async () => {
      await consumption.stop();
      await pump.stop();
      for (const channel of Object.values(channels)) channel.close();
    },
  };
}
