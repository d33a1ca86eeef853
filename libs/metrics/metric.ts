import type { Instant, Text } from '@huiyin/policy';
import type { CaseFacts } from './facts';

/** From `since` on, up to and without `until`. A stock is that of the last moment before `until`. */
export interface Window {
  since: Instant;
  until: Instant;
}

/** One thing that a metric counts, on a case and for an office. */
export interface Item {
  caseId: string;
  office: string;
  /** It also counts in the numerator of a share; `true` where the metric is no share. */
  met: boolean;
  /** What is summed up, or the days of which the median is taken. */
  amount: number | null;
}

/**
 * `count`: how many items. `share`: how many of them are met. `sum`: of their amounts. `spread`: median and ninth decile
 * of their amounts.
 */
export type Measure = 'count' | 'share' | 'sum' | 'spread';

/** A number with its definition. Registrations that were struck are left out of every one of them. */
export interface Metric {
  /** kebab-case; stored in snapshots and links: never renamed. */
  id: string;
  name: Text;
  measure: Measure;
  unit: Text;
  definition: {
    /** Of a count, a sum or a spread: what is counted, summed up or measured. */
    numerator: Text;
    /** Shares only. */
    denominator?: Text;
    window: Text;
    exclusions: Text;
  };
  /** The regulation or practice that it comes from. */
  source: Text;
  /**
   * Which way an office does better. `none`: it says nothing of how an office does; what people bring and how often is
   * demand, never an office's score.
   */
  better: 'higher' | 'lower' | 'none';
  /** Whether a cell of few items would tell about people; how an office does its duties is never hidden behind that. */
  small: 'suppressed' | 'shown';
  /** Pure: the items of one case that fall into a window. */
  items(facts: CaseFacts, window: Window): readonly Item[];
  /** The same items: `SELECT w.n, case_id, office, met, amount FROM w …`; `w` is (n, since, until), see sql.ts. */
  sql: string;
}
