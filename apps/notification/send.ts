import { unreachable, type Clock, type Log } from '@huiyin/kernel';
import { describeFailure, waitAfter, type Backoff } from '@huiyin/messaging';
import { ChannelRefused, type Channels } from './channels';
import { compose, NobodyToTell, type ComposeOptions, type DueNotice } from './compose';
import { settle, type Outcome } from './due';

export interface SendPolicy {
  /** Tries before a notice is parked. */
  attemptsMax: number;
  backoff: Backoff;
}

/** 30 s, 2 min, 8 min, 32 min, then 2 h each: parked after about 15 h, so that a night's outage passes. */
export const SENDING: SendPolicy = {
  attemptsMax: 12,
  backoff: { first_ms: 30_000, factor: 4, longest_ms: 7_200_000 },
};

export interface SendOptions extends ComposeOptions {
  channels: Channels;
  clock: Clock;
  log: Log;
  policy: SendPolicy;
}

/** Sends one notice and writes what came of it. Rejects only when that cannot be written. */
export async function sendOne(notice: DueNotice, options: SendOptions): Promise<Outcome['state']> {
  const outcome = await trySend(notice, options);
  await settle(options.pool, notice, outcome);
  const { eventId, channel, template, attempts } = notice;
  const about = { event: eventId, channel, template, attempts };
  switch (outcome.state) {
    case 'sent':
      options.log.debug(about, 'notice sent');
      break;
    case 'pending':
    case 'no-channel':
      options.log.warn({ ...about, code: outcome.code }, 'notice not sent');
      break;
    case 'parked':
      options.log.error({ ...about, code: outcome.code }, 'notice parked');
      break;
    default:
      unreachable(outcome);
  }
  return outcome.state;
}

async function trySend(notice: DueNotice, options: SendOptions): Promise<Outcome> {
  const { channels, clock, policy } = options;
  const { attempts, channel: name } = notice;
  // Only a sender that died again and again gets here.
  if (attempts > policy.attemptsMax) return { state: 'parked', at: clock.now(), code: 'sender-lost' };
  try {
    const channel = channels[name];
    if (!channel) throw new ChannelRefused('channel-not-configured');
    await channel.send(await compose(notice, options));
    return { state: 'sent', at: clock.now() };
  } catch (error) {
    const now = clock.now();
    if (error instanceof NobodyToTell) return { state: 'no-channel', at: now, code: error.code };
    const code = error instanceof ChannelRefused ? error.code : describeFailure(error).code;
    if (attempts >= policy.attemptsMax) return { state: 'parked', at: now, code };
    const at = new Date(now.getTime() + waitAfter(policy.backoff, attempts));
    return { state: 'pending', at, code };
  }
}
