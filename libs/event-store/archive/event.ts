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
 * The store below its port, for backup and restore alone: what went in by `append` comes out as it is kept, and goes
 * into an empty store as it was.
 */
export interface EventArchive {
  /** Whether a restored event keeps its position: true where positions are counted, false where they are places. */
  readonly keepsPositions: boolean;
  head(): Promise<number>;
  /** Position order, after 0 or a position that the store has answered, at most `limit` events. */
  read(range: { after: number; limit: number }): Promise<ArchivedEvent[]>;
  /** Behind what is there, in the order given; whole requests. Answers the positions. Nothing else may write meanwhile. */
  write(events: readonly ArchivedEvent[]): Promise<number[]>;
  close(): Promise<void>;
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
