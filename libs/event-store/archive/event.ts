/** An event as the store holds it, exact: `data` and `meta` are the stored text, instants keep every digit stored. */
export interface ArchivedEvent {
  position: number;
  stream: string;
  revision: number;
  id: string;
  type: string;
  version: number;
  occurredAt: string;
  recordedAt: string;
  data: string;
  meta: string;
  /** On the first event of a request: its command id, and how many events it wrote. */
  request?: { commandId: string; events: number };
}

/**
 * The store below its port, for the audit log and for backup and restore alone: what went in by `append` comes out as it
 * is kept, and goes into an empty store as it was.
 */
export interface EventArchive {
  /**
   * True where positions are counted, 1, 2, 3, …: a restored event keeps its own. False where they are places in the
   * server's log.
   */
  readonly keepsPositions: boolean;
  head(): Promise<number>;
  /**
   * Position order, after 0 or the position of an event, at most `limit` events; none only at the end. Rejects with NotInLog
   * where the store can tell that no event stands at `after`.
   */
  read(range: { after: number; limit: number }): Promise<ArchivedEvent[]>;
  readStream(stream: string): Promise<ArchivedEvent[]>;
  /** What stands at these positions, in no order; nothing for a position where no event stands. */
  readPositions(positions: readonly number[]): Promise<ArchivedEvent[]>;
  /** What a command wrote, in order; empty for a command that wrote nothing. */
  readCommand(commandId: string): Promise<ArchivedEvent[]>;
  /** Behind what is there, in the order given; whole requests. Answers the positions. Nothing else may write meanwhile. */
  write(events: readonly ArchivedEvent[]): Promise<number[]>;
  close(): Promise<void>;
}

/** A position of another log: this one was restored, or exchanged, underneath. */
export class NotInLog extends Error {
  constructor(readonly position: number) {
    super(`no event stands at position ${position} of the log`);
  }
}

/** The requests of a run of events. Throws RangeError where the run begins or ends in the middle of one. */
export function requestsOf(events: readonly ArchivedEvent[]): ArchivedEvent[][] {
  const requests: ArchivedEvent[][] = [];
  for (let at = 0; at < events.length;) {
    const { request, position } = events[at]!;
    if (!request || at + request.events > events.length)
      throw new RangeError(`position ${position} stands in the middle of a request`);
    requests.push(events.slice(at, at + request.events));
    at += request.events;
  }
  return requests;
}
