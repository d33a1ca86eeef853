import type { CaseEvents } from '@huiyin/domain';
import { localDate, type Instant, type RuleBook } from '@huiyin/policy';
import { answerableFor, holdersBetween, postHolders, type PostHolder } from './holders';
import { eventsOf, recordUpTo, type CaseRecord } from './record';
import { spansOf, type Span } from './spans';
import { decidedSteps, type DecidedStep } from './steps';
import { withSuccessions } from './succession';

/** A link of the chain: one office in one role, and who held its posts in that time. */
export interface Segment extends Span {
  holders: readonly PostHolder[];
}

/** 责任链: which office was what in a case, from when to when, who held its posts then, and who decided what. */
export interface ResponsibilityChain {
  caseId: string;
  /** Local dates are those of this zone. */
  timeZone: string;
  segments: readonly Segment[];
  steps: readonly DecidedStep[];
}

/**
 * The responsibility chain of a case as the log tells it up to the record's `upTo`, successions of offices included; what still
 * lasts is shown as it is at the instant `at`. Undefined where the case is not there.
 */
export function responsibilityChain(
  given: CaseRecord,
  rules: RuleBook,
  at: Instant,
): ResponsibilityChain | undefined {
  const record = recordUpTo(given);
  const registered = record.history[0]?.data as CaseEvents['CaseRegistered'] | undefined;
  if (!registered) return undefined;
  const { timeZone } = rules.pack(registered.pack);
  const events = eventsOf(record);
  const spans = withSuccessions(spansOf(events), record.offices, timeZone);
  const segments = spans.map((span) => ({
    ...span,
    holders: answerableFor(
      holdersBetween(
        postHolders(record.offices.get(span.office) ?? []),
        localDate(span.from, timeZone),
        localDate(span.until ?? latest(span.from, at), timeZone),
      ),
      registered.category,
    ),
  }));
  return { caseId: record.caseId, timeZone, segments, steps: decidedSteps(events, segments) };
}

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);
