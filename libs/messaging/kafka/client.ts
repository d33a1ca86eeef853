import { silentLog, type Log } from '@huiyin/kernel';
import { Kafka, logLevel, type logCreator } from 'kafkajs';
import { calmQueueTimer } from './queue-timer';

export interface KafkaConnection {
  /** `host:port`, at least one that answers. */
  brokers: readonly string[];
  clientId: string;
  log?: Log;
}

const CONNECT_TIMEOUT_ms = 3_000;
const REQUEST_TIMEOUT_ms = 15_000;
/** About 5 s in all, then the caller decides. */
const RETRIES_MAX = 6;
const RETRY_FIRST_ms = 100;
const RETRY_LONGEST_ms = 2_000;

export function createClient({ brokers, clientId, log = silentLog }: KafkaConnection): Kafka {
  calmQueueTimer();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: CONNECT_TIMEOUT_ms,
    requestTimeout: REQUEST_TIMEOUT_ms,
    retry: { retries: RETRIES_MAX, initialRetryTime: RETRY_FIRST_ms, maxRetryTime: RETRY_LONGEST_ms },
    logLevel: logLevel.INFO,
    logCreator: logTo(log),
  });
}

/** What the library calls an error, but is how groups change hands, or is retried by itself. */
const ROUTINE =
  /rebalanc|re-?join|not aware of this member|coordinator is (not available|loading)|not the (correct )?coordinator|GROUP_COORDINATOR_NOT_AVAILABLE|COORDINATOR_NOT_AVAILABLE|Limiting retries for the idempotent producer/i;
const LEVELS = { 1: 'warn', 2: 'warn', 4: 'debug', 5: 'trace' } as const;

/**
 * The library's levels, one lower: whatever ends a consumer or a publish is reported by the adapter itself. Only names,
 * codes and ids are passed on, never a payload.
 */
const logTo =
  (log: Log): logCreator =>
  () =>
  ({ namespace, level, log: { message, groupId, error, retryCount } }) => {
    if (level === logLevel.NOTHING) return;
    const text = `${message} ${error instanceof Error ? error.message : String(error ?? '')}`;
    const to = ROUTINE.test(text) ? 'debug' : LEVELS[level];
    log[to]({ kafka: namespace, group: groupId, retryCount }, text.trim());
  };
