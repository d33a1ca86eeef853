import type { Fact, Instant } from '@huiyin/policy';

/** A stored event, as far as evidence goes: nothing personal is read of it. */
export interface Recorded extends Fact {
  stream: string;
  position: number;
  occurredAt: Instant;
  recordedAt: Instant;
  meta: Fact['meta'] & { office: string };
}

/** Everything in the log that evidence on a case is taken from, each stream in its own order. */
export interface CaseRecord {
  caseId: string;
  /** Log position: what was written after it is left out. */
  upTo: number;
  /** The case's own stream. */
  history: readonly Recorded[];
  /** The streams of the supervision orders on it and of the reviews of how it was handled. */
  about: readonly (readonly Recorded[])[];
  /** The streams of the offices that had to do with it, by office id. */
  offices: ReadonlyMap<string, readonly Recorded[]>;
}

/** The same record as it stood when the log ended at `upTo`. */
export function recordUpTo(record: CaseRecord): CaseRecord {
  const { upTo } = record;
  const cut = (events: readonly Recorded[]): readonly Recorded[] =>
    events.filter(({ position }) => position <= upTo);
  return {
    ...record,
    history: cut(record.history),
    about: record.about.map(cut).filter(({ length }) => length > 0),
    offices: new Map([...record.offices].map(([office, events]) => [office, cut(events)])),
  };
}

/** Of the case and of what is about it, in the order of the log. */
export const eventsOf = ({ history, about }: CaseRecord): Recorded[] =>
  [...history, ...about.flat()].sort((a, b) => a.position - b.position);
