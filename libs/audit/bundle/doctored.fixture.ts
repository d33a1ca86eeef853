import type { FakeLog, FakeRecord } from '@huiyin/event-store/kurrentdb/fake-log.fixture';

const PREFIX = 'huiyin:';

type Change = string | ((text: string) => string);

export interface Edit {
  stream?: string;
  revision?: number;
  type?: string;
  data?: Change;
  meta?: Change;
  occurredAt?: string;
  recordedAt?: string;
  commandId?: string;
}

/** The files of a KurrentDB server, in the hands of somebody who can write what they want; events by number, from 1 on. */
export interface Doctored {
  edit(number: number, change: Edit): void;
  remove(number: number): void;
  cutFrom(number: number): void;
  /** Puts a copy of one, with an id of its own, before another. */
  insertCopy(of: number, before: number): void;
  /** What they say, and whose they are; the places stay. */
  swap(one: number, other: number): void;
  /** Gives a stream's events the revisions 0, 1, 2, … again. */
  renumber(stream: string): void;
}

const changed = (change: Change | undefined, text: string): string =>
  typeof change === 'function' ? change(text) : (change ?? text);

function edited(record: FakeRecord, { stream, revision, type, data, ...more }: Edit): FakeRecord {
  const properties = JSON.parse(record.metadata.toString()) as Record<string, string>;
  for (const [name, change] of Object.entries(more))
    properties[name] = changed(change, properties[name] ?? '');
  return {
    ...record,
    stream: stream === undefined ? record.stream : PREFIX + stream,
    revision: revision ?? record.revision,
    type: type ?? record.type,
    data: Buffer.from(changed(data, record.data.toString())),
    metadata: Buffer.from(JSON.stringify(properties)),
  };
}

export function doctor({ records }: FakeLog): Doctored {
  const events = (): FakeRecord[] => records.filter(({ stream }) => stream.startsWith(PREFIX));
  const at = (number: number): number => records.indexOf(events()[number - 1]!);
  const put = (index: number, record: FakeRecord): void => void records.splice(index, 1, record);
  return {
    edit: (number, change) => put(at(number), edited(records[at(number)]!, change)),
    remove: (number) => void records.splice(at(number), 1),
    cutFrom: (number) => void records.splice(at(number)),
    insertCopy(of, before) {
      const [index, next] = [at(before), records[at(before)]!];
      const metadata = records[at(of)]!.metadata.toString().replace(
        /"id":"[^"]*"/,
        () => `"id":"${crypto.randomUUID()}"`,
      );
      const copy = { ...records[at(of)]!, position: next.position - 1, metadata: Buffer.from(metadata) };
      records.splice(index, 0, copy);
    },
    swap(one, other) {
      const [first, second] = [records[at(one)]!, records[at(other)]!];
      const placeOf = ({ position, revision }: FakeRecord) => ({ position, revision });
      const [here, there] = [at(one), at(other)];
      put(here, { ...second, ...placeOf(first) });
      put(there, { ...first, ...placeOf(second) });
    },
    renumber(stream) {
      const own = records.filter((record) => record.stream === PREFIX + stream);
      for (const [revision, record] of own.entries()) put(records.indexOf(record), { ...record, revision });
    },
  };
}
