import type { Cell as Measured, Directory } from '@huiyin/metrics';
import type { Instant, Text } from '@huiyin/policy';
import type { Names } from '../figures';

/** Everything that a report is made of, of one position in the log and as one viewer may see it. */
export interface ReportFacts {
  position: number;
  /** When it was asked for. */
  now: Instant;
  names: Names;
  offices: Directory;
  /** `id@version` */
  policies: readonly string[];
  calendars: readonly string[];
  /** For each question of the plan, in its order. */
  cells: readonly (readonly Measured[])[];
  orders: readonly OrdersOfTrigger[];
  advice: readonly AdviceOfKind[];
  rungs: readonly RungReached[];
}

export interface OrdersOfTrigger {
  trigger: string;
  given: number;
  replied: number;
  solved: number;
}

export interface AdviceOfKind {
  kind: string;
  given: number;
  adopted: number;
  partly: number;
  refused: number;
}

export interface RungReached {
  office: string;
  rung: Text;
  at: Instant;
  faults: number;
}
