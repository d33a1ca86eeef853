import { inWords } from '@huiyin/kernel/in-words';

/** Who did it, for which office, by which command and under which rules. Holds ids only, no personal data. */
export interface EventMeta {
  /** The account that acted: a clerk's id, or `system:escalation`. */
  actor: string;
  /** The office that the actor acted for. */
  office: string;
  onBehalfOf?: string;
  commandId: string;
  /** Equal for everything that one outside request set off; absent: the command id itself. */
  correlationId?: string;
  /** The event or command that caused this one. */
  causationId?: string;
  /** The policy pack in force, `id@version`. */
  policy?: string;
  /** The calendar in force, `id@version`. */
  calendar?: string;
  /** The first 128 bits of the request's SHA-256, so that a key used again for another request is noticed. */
  requestHash?: string;
  /** W3C trace context of the request. */
  traceparent?: string;
}

/** An event about to be written. */
export interface NewEvent<Data = unknown> {
  /** UUIDv7. */
  id: string;
  type: string;
  version: number;
  data: Data;
  meta: EventMeta;
  /** ISO 8601 instant: when it happened, as the clerk says. */
  occurredAt: string;
  /** ISO 8601 instant: when it was written, by the clock of the process. */
  recordedAt: string;
}

/** An event as stored. `JSON.stringify` of `data` and of `meta` is the exact text that the store keeps. */
export interface StoredEvent<Data = unknown> extends NewEvent<Data> {
  stream: string;
  /** 0, 1, 2, … in its stream. */
  revision: number;
  /** 1, 2, 3, … in the log: contiguous on memory and PostgreSQL, only ordered on KurrentDB. */
  position: number;
}

/** The revision that the writer has seen: a number, `none` for a stream that must not exist yet, or `any`. */
export type ExpectedRevision = number | 'any' | 'none';

export interface StreamAppend {
  /** At most 200 characters, no white space, no control characters; once in a request. */
  stream: string;
  expectedRevision: ExpectedRevision;
  /** None: the stream's revision is only checked. */
  events: readonly NewEvent[];
}

/** One command's appends: to one or several streams, all or nothing. */
export interface AppendRequest {
  /** UUID. Appending the same command id again writes nothing and answers what was written the first time. */
  commandId: string;
  streams: readonly StreamAppend[];
}

/** Positions of the request's first and last event; `revisions`: the last one of each stream that it wrote. */
export type AppendResult =
  | {
      status: 'appended' | 'repeated';
      first: number;
      last: number;
      revisions: Readonly<Record<string, number>>;
    }
  | { status: 'conflict'; stream: string; actualRevision: number | 'none' };

export interface ReadStreamOptions {
  direction?: 'forwards' | 'backwards';
  /** First revision to read (inclusive), in the direction of reading. */
  fromRevision?: number;
  /** Only events recorded at or before this ISO instant. */
  until?: string;
  limit?: number;
}

export interface EventFilter {
  /** Only streams whose name starts with one of these. */
  streamPrefixes?: readonly string[];
  types?: readonly string[];
}

export interface ReadAllOptions {
  after: number;
  inclusive?: boolean;
  limit: number;
  filter?: EventFilter;
}

export interface SubscribeOptions {
  /** Deliver what is stored after this position (0 = everything). */
  after: number;
  filter?: EventFilter;
  /** Most events in one call of the handler. */
  batchMax?: number;
  /**
   * Called whenever the subscription got further: `reached` is the position up to which nothing is left out, beyond the
   * last event of the batch where the filter held back what came after it. With a filter the batch may be empty.
   * A rejection stops the subscription; `Subscription.done` rejects with it.
   */
  handler: (batch: readonly StoredEvent[], reached: number) => Promise<void>;
}

export interface Subscription {
  /** Resolves after `stop`, rejects when the handler or the store failed for good. */
  readonly done: Promise<void>;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
}

/**
 * The one truth. Instants are answered in UTC with milliseconds. `append` throws RangeError for a request that no
 * correct caller makes (request.ts), rejects with `QueueFull` when too many requests wait, and with `StoreUnavailable` when the
 * store cannot be reached; a conflict is a value, not an error.
 */
export interface EventStore {
  append(request: AppendRequest): Promise<AppendResult>;
  /** In revision order (or its reverse); empty for a stream that does not exist. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<StoredEvent[]>;
  /**
   * Position order, after `after`: 0 or a position that the store has answered, never one reckoned from it. The event at
   * `after` itself comes too where `inclusive` is set.
   */
  readAll(options: ReadAllOptions): Promise<StoredEvent[]>;
  /** Catches up, then follows; wakes on each append, with a slow poll as the safety net. */
  subscribe(options: SubscribeOptions): Subscription;
  /** The last position, 0 when empty. */
  head(): Promise<number>;
  /** Ends subscriptions, drains what waits, releases connections. */
  close(): Promise<void>;
}

export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super(`the event store cannot be reached: ${inWords(cause)}`, {
      cause,
    });
  }
}

/**
 * The log has lost events that this process has seen: it was restored underneath. What the process keeps in memory of it
 * is of no use; started again, its followers hold what they remember against the log.
 */
export class LogCut extends Error {
  readonly code = 'log-cut';
  constructor(seen: number, found: number) {
    super(`the log ends at ${found}, and ${seen} was seen here: it was restored underneath; start again`);
  }
}

/** What a store does where nobody says otherwise: the process ends. */
export const endOnCut = (error: LogCut): void => {
  setImmediate(() => {
    throw error;
  });
};
