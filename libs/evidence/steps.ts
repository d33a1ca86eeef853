import type { Instant } from '@huiyin/policy';
import type { Recorded } from './record';
import type { Span } from './spans';

/** What was approved, decided or signed on a case, by which office, in which of its roles. */
export interface DecidedStep {
  position: number;
  type: string;
  what: Decided;
  at: Instant;
  by: string;
  /** The post that approved it, where the event says so. */
  approvedBy?: string;
  /** Id of the segment in which it was taken; absent where the office had no role in the case then. */
  segment?: string;
}
export type Decided = 'decided' | 'approved' | 'signed';

/** The steps in which somebody commits an office; every other is only handling. */
const DECISIVE: Readonly<Record<string, Decided>> = {
  CaseSorted: 'decided',
  CaseSent: 'decided',
  CaseObjected: 'decided',
  ObjectionUpheld: 'decided',
  ObjectionRejected: 'decided',
  HandlerDetermined: 'decided',
  CaseTakenBack: 'decided',
  CaseAccepted: 'decided',
  CaseMerged: 'decided',
  CaseDirected: 'decided',
  RecusalGranted: 'decided',
  RecusalRefused: 'decided',
  UrgencyFound: 'decided',
  AnswerExtended: 'approved',
  CaseAnswered: 'signed',
  AnswerSetAside: 'decided',
  AgreementMade: 'signed',
  ClosingReported: 'signed',
  ReviewDecided: 'signed',
  FinalPaperIssued: 'signed',
  CaseClosed: 'decided',
  CaseReopened: 'decided',
  RegistrationStruck: 'decided',
  SupervisionOrdered: 'decided',
  SupervisionReplied: 'signed',
  SupervisionClosed: 'decided',
  ReviewOpened: 'decided',
  FindingConfirmed: 'decided',
};

/** Who decided and approved what, in the order of the log. */
export const decidedSteps = (
  events: readonly Recorded[],
  segments: readonly Span[],
): readonly DecidedStep[] =>
  events.flatMap((event) => {
    const what = DECISIVE[event.type];
    if (what === undefined) return [];
    const { position, type, occurredAt: at } = event;
    const { by = event.meta.office, approvedBy } = event.data as { by?: string; approvedBy?: string };
    const segment = segments.findLast((one) => one.office === by && covers(one, at));
    return [
      {
        position,
        type,
        what,
        at,
        by,
        ...(approvedBy && { approvedBy }),
        ...(segment && { segment: segment.id }),
      },
    ];
  });

const covers = ({ from, until }: Span, at: Instant): boolean =>
  from <= at && (until === undefined || at <= until);
