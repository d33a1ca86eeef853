import type { RuleBook } from '@huiyin/policy';
import { responsibilityChain } from './chain';
import { clocksOf } from './clocks';
import { EVIDENCE_FORMAT, type EvidenceDocument } from './document';
import { messagesSent } from './messages';
import { eventsOf, recordUpTo, type CaseRecord } from './record';
import { supervisionEntries } from './supervision';

/**
 * The evidence on a case, from the log alone: the same record and rules always give the same document. Undefined where
 * the case is not there.
 */
export function assembleEvidence(given: CaseRecord, rules: RuleBook): EvidenceDocument | undefined {
  const record = recordUpTo(given);
  const events = eventsOf(record);
  const last = events.at(-1);
  const asOf = last?.recordedAt;
  const chain = asOf === undefined ? undefined : responsibilityChain(record, rules, asOf);
  if (asOf === undefined || !chain) return undefined;
  return {
    format: EVIDENCE_FORMAT,
    caseId: record.caseId,
    upTo: record.upTo,
    asOf,
    timeline: events.map(({ position, stream, type, occurredAt: at, meta: { office } }) => ({
      ...{ position, stream, type, at, office },
    })),
    clocks: [record.history, ...record.about].flatMap((stream) => clocksOf(stream, rules, asOf)),
    chain,
    messages: messagesSent(events),
    supervision: supervisionEntries(record.about),
  };
}
