import { reviewAggregate } from './accountability-review';
import { adviceAggregate } from './advice';
import { assessmentAggregate } from './assessment';
import { bulletinAggregate } from './bulletin';
import { calendarAggregate } from './calendar';
import { caseAggregate } from './case';
import type { Aggregate } from './decider';
import { driveAggregate } from './drive';
import { fundAggregate } from './fund';
import { ledgerAggregate } from './ledger';
import { officeAggregate } from './office';
import { policyAggregate } from './policy';
import { rhythmAggregate } from './rhythm';
import { standingAggregate } from './standing';
import { supervisionAggregate } from './supervision';
import { targetAggregate } from './target';

/** Every aggregate with its path in the API. A new one is one line here. */
export const AGGREGATES = {
  cases: caseAggregate,
  offices: officeAggregate,
  supervisions: supervisionAggregate,
  reviews: reviewAggregate,
  standings: standingAggregate,
  advice: adviceAggregate,
  targets: targetAggregate,
  funds: fundAggregate,
  ledgers: ledgerAggregate,
  assessments: assessmentAggregate,
  rhythms: rhythmAggregate,
  bulletins: bulletinAggregate,
  drives: driveAggregate,
  policies: policyAggregate,
  calendars: calendarAggregate,
} as const;

export type AggregatePath = keyof typeof AGGREGATES;

/** An aggregate whose own types do not matter to the caller: commands are checked by its schemas first. */
// The one place where the types are let go: each aggregate's schema has checked its command before `decide` sees it.
export type AnyAggregate = Aggregate<
  unknown,
  { type: string; data: unknown },
  { type: string; data: unknown }
>;

export const aggregates = AGGREGATES as unknown as Readonly<Record<AggregatePath, AnyAggregate>>;
