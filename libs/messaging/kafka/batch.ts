import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { deliver } from '../deliver';
import { describeFailure } from '../failure';
import type { Message } from '../port';
import { fromRecord } from './encode';
import { HEARTBEAT_ms, type Run } from './run';

/** One partition's messages: resolved up to the first that is not done, committed by the library when this returns. */
export async function handleBatch(run: Run, payload: EachBatchPayload): Promise<void> {
  const { batch, resolveOffset, isRunning, isStale } = payload;
  const { consume, lot, retry, log, concurrencyMax } = run;
  if (!isRunning() || isStale()) return;
  const records = decode(run, batch.topic, batch.messages);
  const ending = new AbortController();
  const signal = AbortSignal.any([run.signal, ending.signal]);
  const heart = keepAlive(payload, ending);
  const where = `${batch.topic}/${batch.partition}`;
  const behind = Number(BigInt(batch.highWatermark) - 1n - BigInt(batch.lastOffset()));
  const done = new Set<number>();
  let next = 0;
  const settle = () => {
    for (; next < records.length && done.has(next); next += 1) resolveOffset(records[next]!.offset);
    run.lags.set(where, behind + records.length - done.size);
  };
  records.forEach(({ message }, index) => message ?? done.add(index));
  settle();
  const readable = records.flatMap(({ message }, index) => (message ? [{ message, index }] : []));
  const messages = readable.map(({ message }) => message);
  const { group, handler } = consume;
  const onDone = (index: number) => {
    done.add(readable[index]!.index);
    settle();
  };
  try {
    await deliver(messages, { group, handler, lot, concurrencyMax, retry, log, signal, onDone });
    run.batches += 1;
  } finally {
    heart.stop();
  }
  // The library must see that the group is changing: only then does it commit and join again.
  if (heart.error) throw heart.error;
}

interface Decoded {
  offset: string;
  message: Message | undefined;
}

/** A record that is no message at all has no key to park: it is reported and passed over. */
function decode(run: Run, topic: string, records: readonly KafkaMessage[]): Decoded[] {
  return records.map((record) => {
    try {
      return { offset: record.offset, message: fromRecord(topic, record) };
    } catch (error) {
      const failure = describeFailure(error);
      run.log.error({ group: run.consume.group, topic, offset: record.offset, failure }, 'not a message');
      return { offset: record.offset, message: undefined };
    }
  });
}

interface Heart {
  error?: Error;
  stop(): void;
}

/** Tells the group that this member lives, however long a handler takes; when it is told to leave, no handler starts. */
function keepAlive({ heartbeat }: EachBatchPayload, ending: AbortController): Heart {
  const heart: Heart = { stop: () => clearInterval(timer) };
  const beat = () =>
    void heartbeat().catch((error: unknown) => {
      heart.error ??= error instanceof Error ? error : new Error(String(error));
      ending.abort();
    });
  const timer = setInterval(beat, HEARTBEAT_ms);
  return heart;
}
