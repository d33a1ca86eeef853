import type { Dimension, Cell } from '@huiyin/metrics';
import type { Duty, Instant, Text } from '@huiyin/policy';

/* What a document is made of: the same from the read models and from the log. */

export interface Office {
  id: string;
  name: Text;
  superior: string | null;
  successor: string | null;
}

interface OnCase {
  caseId: string;
  title: string;
  /** Offices and staff that must not see the case. */
  keptFrom: readonly string[];
}

export interface OwedDuty extends OnCase {
  duty: Duty;
}

/** A supervision order or a review that is not closed. */
export interface Escalated extends OnCase {
  id: string;
  what: 'supervision' | 'review';
  office: string;
  by: string;
  since: Instant;
}

/** For the daily lists of all offices. */
export interface Owed {
  offices: readonly Office[];
  /** Open ones. */
  duties: readonly OwedDuty[];
  escalated: readonly Escalated[];
}

/** A metric of the registry, cut along a dimension; an office's figures are its own, nothing is rolled up. */
export interface Cut {
  metric: string;
  by: Dimension;
}

/** For circulars, analyses and rankings: of cases that are kept from nobody. */
export interface Figures {
  offices: readonly Office[];
  /** By `cutKey`; the windows in the order in which they were asked for. */
  cells: ReadonlyMap<string, readonly Cell[]>;
}

export const cutKey = ({ metric, by }: Cut): string => `${metric}/${by}`;
