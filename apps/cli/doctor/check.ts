import type { EventStore } from '@huiyin/event-store';
import type { Pool } from 'pg';

export type Level = 'ok' | 'warn' | 'fail';

/** What a check says: one line. */
export interface Verdict {
  level: Level;
  says: string;
  /** What to do; absent where all is well. */
  advice?: string;
}

export interface Finding extends Verdict {
  check: string;
}

/** What the checks look at. */
export interface Patient {
  databaseUrl: string;
  pool: Pool;
  store: EventStore;
  eventStore: 'postgres' | 'kurrentdb';
  masterKeyFile: string;
  auditFolder: string;
  auditKeyFile: string;
  auditName: string | undefined;
  /** Undefined in one process without Kafka. */
  brokers: readonly string[] | undefined;
  now: Date;
  /** Every event is compared, and this told how far it is; undefined: some of them. */
  deep?: ((at: number, of: number) => void) | undefined;
}

export interface Check {
  name: string;
  /** A rejection is a failure with its message. */
  look(patient: Patient): Promise<Verdict | readonly Verdict[]>;
}

export const ok = (says: string): Verdict => ({ level: 'ok', says });
export const warn = (says: string, advice: string): Verdict => ({ level: 'warn', says, advice });
export const fail = (says: string, advice: string): Verdict => ({ level: 'fail', says, advice });
