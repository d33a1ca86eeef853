import type { AnyAggregate, Measured, Offices, Refusal } from '@huiyin/domain';
import type { EventStore, NewEvent, StoredEvent } from '@huiyin/event-store';
import type { Clock } from '@huiyin/kernel';
import type { RuleBook } from '@huiyin/policy';

/** A command on its way to a decision. Its data has passed the command's schema. */
export interface CommandEnvelope {
  aggregate: AnyAggregate;
  /** Of the aggregate. */
  id: string;
  type: string;
  data: unknown;
  /** UUID: the same command sent again is answered with what it did the first time. */
  commandId: string;
  actor: string;
  office?: string;
  /** ISO instant; default: now. */
  occurredAt?: string;
  /** The revision that the sender has seen; without it, a conflict is decided again on the newer state. */
  expectedRevision?: number;
  correlationId?: string;
  causationId?: string;
  traceparent?: string;
  /** SHA-256 of the request, to notice a key that is used again for something else. */
  requestHash?: string;
  /** Keyed hash of the query code that the answer will show. */
  receipt?: string;
  /** What the metrics that it needs come to. */
  measured?: Measured;
  /** A data subject whose key is kept already, for a petitioner who is not known yet. */
  newSubject?: string;
  /** The stream's events, where the caller has just read them. */
  history?: readonly StoredEvent[];
}

export type Executed =
  | { status: 'done' | 'repeated'; id: string; revision: number; position: number; events: number }
  /** Accepted, and nothing needed to be written. */
  | { status: 'unchanged'; id: string; revision: number }
  | { status: 'refused'; refusal: Refusal }
  /** `expectedRevision` is not the present one. */
  | { status: 'stale'; actualRevision: number | 'none' }
  /** The command id was used for another request. */
  | { status: 'reused' }
  /** Others kept changing the stream; try again. */
  | { status: 'contended' };

export type Execute = (command: CommandEnvelope) => Promise<Executed>;

export interface HandlerDeps {
  store: EventStore;
  clock: Clock;
  rules: () => RuleBook;
  offices: Offices;
  /** Resolves when rules and offices are as new as the log. */
  refresh: () => Promise<void>;
  /** Seals what is personal; throws if anything personal were left. */
  seal: (stream: string, events: readonly NewEvent[]) => Promise<NewEvent[]>;
}
