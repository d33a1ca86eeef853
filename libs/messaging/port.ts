import { inWords } from '@huiyin/kernel/in-words';

/** A JSON value, as `JSON.parse` gives it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What every subscriber gets: a CloudEvents 1.0 event with the topic and key that it travels by. */
export interface Message<Data = unknown> {
  /** The id of the event that it was made from: equal on every redelivery. */
  id: string;
  topic: string;
  /** Messages of one topic with one key arrive in the order that they were published in. */
  key: string;
  type: string;
  /** URI reference of the log that it came from. */
  source: string;
  subject: string;
  /** ISO 8601 instant, UTC. */
  time: string;
  /** URI of the JSON Schema of `data`. */
  dataschema: string;
  data: Data;
  /** W3C trace context of the request that set it off. */
  traceparent?: string;
  /** Position in the event log. */
  position: number;
}

/**
 * `publish` resolves when every message is stored by the broker, in the order given; calls go out one after the other.
 * It rejects with `BrokerUnavailable` after bounded retries (some of the messages may be stored then: publish them all
 * again), and with `QueueFull` when too many calls wait.
 */
export interface Publisher {
  publish(messages: readonly Message[]): Promise<void>;
  /** Ends after the calls that wait. */
  close(): Promise<void>;
}

export interface ConsumeOptions {
  /** Consumers of one group share the keys and one resume point. */
  group: string;
  topics: readonly string[];
  /**
   * Called for one message of a key at a time; different keys in parallel. At least once: it must be safe to repeat.
   * A rejection is tried again, then the key is parked; an outage (see `isOutage`) is waited out instead.
   */
  handler: (message: Message) => Promise<void>;
  /** Most handlers at work at the same time. */
  concurrencyMax?: number;
  /**
   * Called before the first message where the log is found not to be the one that was followed, and everything comes
   * again: what is remembered of it must be forgotten. Kafka's consumer never calls it.
   */
  onAnew?: (head: number) => Promise<void>;
}

export interface Consumption {
  /** Resolves after `stop`. Failures on the way are retried by the consumer itself, not reported here. */
  readonly done: Promise<void>;
  /** Starts no further handler, waits for those at work, keeps what they reached. */
  stop(): Promise<void>;
  /** Runs what is parked for the key, in order, with this group's handler; stops at the first that fails again. */
  release(key: string): Promise<Release>;
  /** Messages that are known to wait, from the last batch seen. Metric only. */
  lag(): number;
}

export interface Consumer {
  subscribe(options: ConsumeOptions): Consumption;
  /** Stops everything subscribed through it. */
  close(): Promise<void>;
}

/** What is kept about a failure: nothing that a person said or is called. */
export interface Failure {
  /** `name` or `name code` of the error. */
  code: string;
  /** Shortened, quotations and numbers left out. */
  message: string;
}

export interface ParkedMessage {
  group: string;
  key: string;
  /** 1, 2, 3, … over the lot: the order in which a key's messages run again. */
  seq: number;
  message: Message;
  /** Why it failed; absent for one that only waits behind another. */
  failure?: Failure;
  /** ISO 8601 instant. */
  parkedAt: string;
}

export interface ParkedCount {
  group: string;
  keys: number;
  messages: number;
}

/** `busy`: someone else is releasing the key right now. `left` messages stay parked. */
export type Release = { status: 'released' | 'still-parked' | 'busy'; handled: number; left: number };

/** Durable: a key stays parked over restarts until it has been released in full. */
export interface ParkingLot {
  /** Which of these keys are parked in this group. */
  parkedAmong(group: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Parks the key, if it is not yet, and this message behind what waits. The same message again changes nothing. */
  park(group: string, message: Message, failure: Failure): Promise<void>;
  /** Puts the message behind what waits for its key; false when the key is no longer parked. */
  follow(group: string, message: Message): Promise<boolean>;
  /** Runs the key's messages in order, forgetting each as soon as `run` has resolved. */
  release(group: string, key: string, run: (message: Message) => Promise<void>): Promise<Release>;
  /** Oldest first. */
  list(options: { group?: string; key?: string; limit: number }): Promise<ParkedMessage[]>;
  count(): Promise<ParkedCount[]>;
}

/** The broker did not take or answer in the time and retries allowed. */
export class BrokerUnavailable extends Error {
  constructor(cause: unknown) {
    super(`Kafka cannot be reached: ${inWords(cause)}`, { cause });
  }
}
