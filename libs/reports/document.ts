import type { LocalDate } from '@huiyin/kernel';
import type { Instant, Text } from '@huiyin/policy';

export const REPORT_KINDS = [
  'daily-list',
  'bulletin',
  'monthly-circular',
  'monthly-analysis',
  'quarterly-ranking',
  'yearly-report',
  'referral',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report as pure data: nothing about how it looks, no clock, nobody's name. The same facts make the same bytes. */
export interface ReportDocument {
  /** Raised when a document of before can no longer be read as it is. */
  format: 1;
  /** `yearly-report-2026`, `daily-list-2026-03-02-housing`. */
  id: string;
  kind: ReportKind;
  title: Text;
  /** Whole local days, the last one included. */
  period: { from: LocalDate; to: LocalDate; timeZone: string };
  /** Whose report it is. */
  scope: Scope;
  /** Events up to this position were counted; of duties still open, whether they are late is judged at this instant. */
  computedAt: { position: number; instant: Instant };
  /** `id@version` of the policy packs and calendars by which deadlines were judged. */
  policies: readonly string[];
  calendars: readonly string[];
  /** What a reader must know before the figures: what is left out, what is provisional. */
  notes: readonly Text[];
  sections: readonly Section[];
}

export type Scope =
  { of: 'city' } | { of: 'office'; office: string; name: Text } | { of: 'area'; area: string };

export interface Section {
  id: string;
  heading: Text;
  /** Said before the table: for a ranking, its formula. */
  paragraphs: readonly Text[];
  columns: readonly Column[];
  /** As many cells as there are columns. */
  rows: readonly (readonly Cell[])[];
  /** A last row that sums up the others. */
  total?: readonly Cell[];
}

export interface Column {
  id: string;
  heading: Text;
  /** What is counted, of what, over which time, and what is left out. */
  definition: Text;
  /** The article or practice that asks for the number. */
  source?: Text;
}

export type Cell = Figure | Wording;

/** A number, and where on the server the cases behind it are listed (subject to who asks). */
export type Figure =
  | { kind: 'count'; value: number; cases?: string }
  | { kind: 'rate'; numerator: number; denominator: number; cases?: string }
  | { kind: 'duration'; hours: number; cases?: string }
  /** Points of a ranking; `digits` behind the point. */
  | { kind: 'score'; value: number; digits: number; cases?: string }
  /** So few that a person could be told from it. */
  | { kind: 'suppressed'; below: number };

export type Wording =
  | { kind: 'text'; text: Text }
  /** What stands in the record in one language: a title, an id. */
  | { kind: 'verbatim'; text: string; cases?: string }
  | { kind: 'date'; date: LocalDate }
  | { kind: 'instant'; instant: Instant }
  /** Does not apply here; never a zero. */
  | { kind: 'none' };
