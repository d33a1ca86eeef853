/** What the fake server keeps: a log of records at byte positions, some of the system's own among them. */
export interface FakeRecord {
  position: number;
  stream: string;
  revision: number;
  id: string;
  type: string;
  data: Buffer;
  metadata: Buffer;
}

export interface FakeWrite {
  stream: string;
  id: string;
  type: string;
  data: Buffer;
  metadata: Buffer;
}

/** As on the wire: a revision, -1 = must not exist, -2 = any. */
export type FakeCheck = { stream: string; expected: number };

const ANY = -2;
/** Bytes that a record takes beside its data; any number will do that is not 1. */
const RECORD_BYTES = 97;

export interface FakeLog {
  records: FakeRecord[];
  revisionOf(stream: string): number;
  /** All or nothing: the failed checks, or the positions written. */
  write(checks: FakeCheck[], writes: FakeWrite[]): { failed: FakeCheck[] } | { written: FakeRecord[] };
  /** Called after each write. Answers how to stop that. */
  onWrite(listener: () => void): () => void;
}

export function createFakeLog(): FakeLog {
  const records: FakeRecord[] = [];
  const revisions = new Map<string, number>();
  const listeners = new Set<() => void>();
  let next = 1_024;
  const revisionOf = (stream: string): number => revisions.get(stream) ?? -1;
  const put = (write: FakeWrite): FakeRecord => {
    const record = { ...write, position: next, revision: revisionOf(write.stream) + 1 };
    revisions.set(write.stream, record.revision);
    next += RECORD_BYTES + write.data.length + write.metadata.length;
    records.push(record);
    return record;
  };
  const system = (stream: string): void =>
    void put({
      stream,
      id: crypto.randomUUID(),
      type: '$stats',
      data: Buffer.from('{}'),
      metadata: Buffer.alloc(0),
    });
  system('$settings');
  return {
    records,
    revisionOf,
    write(checks, writes) {
      const failed = checks.filter(
        ({ stream, expected }) => expected !== ANY && expected !== revisionOf(stream),
      );
      if (failed.length > 0) return { failed };
      const written = writes.map(put);
      // The server writes its own now and then, so positions behind one another are not one apart.
      if (records.length % 5 === 0) system('$stats-127.0.0.1:2113');
      for (const listener of [...listeners]) listener();
      return { written };
    },
    onWrite(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
