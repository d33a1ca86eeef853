import type {
  AppendRequest,
  AppendResult,
  NewEvent,
  ReadStreamOptions,
  StoredEvent,
  StreamAppend,
} from '../port';
import { assertAppendable } from '../request';

type Passes = (event: StoredEvent) => boolean;

export interface MemoryLog {
  append(request: AppendRequest): AppendResult;
  read(after: number, upTo: number, limit: number, passes: Passes): StoredEvent[];
  readStream(stream: string, options?: ReadStreamOptions): StoredEvent[];
}

export function createMemoryLog(): MemoryLog {
  /** Kept as text, so that no reader can change what is stored and data goes through JSON as it does on disk. */
  const events: string[] = [];
  const streams = new Map<string, number[]>();
  const answers = new Map<string, AppendResult & { status: 'appended' }>();
  const at = (position: number): StoredEvent => JSON.parse(events[position - 1]!) as StoredEvent;

  function store(stream: string, event: NewEvent): void {
    const positions = streams.get(stream) ?? [];
    const { id, type, version, data, meta } = event;
    const [occurredAt, recordedAt] = [utc(event.occurredAt), utc(event.recordedAt)];
    const placed = { stream, revision: positions.length, position: events.length + 1 };
    events.push(JSON.stringify({ id, type, version, data, meta, occurredAt, recordedAt, ...placed }));
    positions.push(events.length);
    streams.set(stream, positions);
  }

  return {
    append(request) {
      assertAppendable(request);
      const known = answers.get(request.commandId);
      if (known) return { ...known, status: 'repeated' };
      for (const { stream, expectedRevision } of request.streams) {
        const actual = (streams.get(stream)?.length ?? 0) - 1;
        if (!agrees(expectedRevision, actual))
          return { status: 'conflict', stream, actualRevision: actual < 0 ? 'none' : actual };
      }
      const first = events.length + 1;
      const revisions: Record<string, number> = {};
      for (const { stream, events: added } of request.streams) {
        for (const event of added) store(stream, event);
        if (added.length > 0) revisions[stream] = streams.get(stream)!.length - 1;
      }
      const answer = { status: 'appended' as const, first, last: events.length, revisions };
      answers.set(request.commandId, answer);
      return answer;
    },

    read(after, upTo, limit, passes) {
      const found: StoredEvent[] = [];
      for (
        let position = Math.max(0, after) + 1;
        position <= Math.min(upTo, events.length) && found.length < limit;
        position++
      ) {
        const event = at(position);
        if (passes(event)) found.push(event);
      }
      return found;
    },

    readStream(stream, { direction = 'forwards', fromRevision, until, limit = Infinity } = {}) {
      const all = (streams.get(stream) ?? []).map(at);
      const from = all.filter(
        ({ revision }) =>
          fromRevision === undefined ||
          (direction === 'forwards' ? revision >= fromRevision : revision <= fromRevision),
      );
      const kept = until === undefined ? from : from.filter(({ recordedAt }) => recordedAt <= utc(until));
      return (direction === 'forwards' ? kept : kept.reverse()).slice(0, limit);
    },
  };
}

const utc = (instant: string): string => new Date(instant).toISOString();

function agrees(expected: StreamAppend['expectedRevision'], actual: number): boolean {
  return expected === 'any' || (expected === 'none' ? -1 : expected) === actual;
}
