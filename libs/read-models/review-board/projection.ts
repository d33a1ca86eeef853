import { renamed, type Finding } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { reviewBoardTable, type LinkRow, type ReferralRow, type ReviewRow } from './table';

const PREFIX = 'review-';

function opened(id: string, event: LogEvent & { type: 'ReviewOpened' }): ReviewRow {
  const { caseId, office, by, pack, reasons, rule = null, dutyId = null } = event.data;
  return {
    id,
    status: 'opened',
    ...{ caseId, office, by, pack, reasons, rule, dutyId },
    openedAt: event.occurredAt,
    statedAt: null,
    proposedAt: null,
    confirmedAt: null,
    closedAt: null,
    outcome: null,
    kind: null,
    gravity: null,
    proposed: null,
    finding: null,
    measures: null,
    evidence: null,
    links: [],
    dispute: null,
    was: null,
    remedies: [],
    referrals: [],
    faultsInWindow: null,
    breaches: 0,
    revision: event.revision,
  };
}

const found = (finding: Finding): Partial<ReviewRow> => ({
  finding,
  outcome: finding.outcome,
  kind: finding.outcome === 'fault' ? finding.kind : null,
  gravity: finding.outcome === 'fault' ? finding.gravity : null,
});

const linked = ({ links }: ReviewRow, link: string, more: Partial<LinkRow>): ReviewRow['links'] =>
  links.map((one) => (one.link === link ? { ...one, ...more } : one));

const referred = (
  { referrals }: ReviewRow,
  referral: string,
  more: Partial<ReferralRow>,
): ReviewRow['referrals'] => referrals.map((one) => (one.referral === referral ? { ...one, ...more } : one));

/** On the office under review, or on one of the links. */
function onFinding(
  row: ReviewRow,
  link: string | undefined,
  { finding, ...more }: Pick<LinkRow, 'dispute' | 'was' | 'finding'>,
): Partial<ReviewRow> {
  if (link !== undefined) return { links: linked(row, link, { ...more, ...(finding && { finding }) }) };
  return { ...more, ...(finding && found(finding)) };
}

/** The office under review, its reviewer, and whoever answers for a link or a remedy. */
function passedOn(
  { office, by, links, remedies }: ReviewRow,
  now: (one: string) => string,
): Partial<ReviewRow> {
  return {
    office: now(office),
    by: now(by),
    links: links.map((one) => ({ ...one, office: now(one.office) })),
    remedies: remedies.map((one) => ({ ...one, office: now(one.office) })),
  };
}

function step(row: ReviewRow, event: LogEvent): Partial<ReviewRow> {
  switch (event.type) {
    case 'SideStated':
      return { statedAt: event.occurredAt };
    case 'FindingProposed':
      return { status: 'proposed', proposedAt: event.occurredAt, proposed: event.data.finding };
    case 'FindingConfirmed':
      return { status: 'confirmed', confirmedAt: event.occurredAt, ...found(event.data.finding) };
    case 'EvidenceAssembled': {
      const links = event.data.called.map(({ link, role, office }) => ({ link, role, office }));
      return { evidence: event.data.sha256, links };
    }
    case 'LinkSideStated':
      return { links: linked(row, event.data.link, { statedAt: event.occurredAt }) };
    case 'LinkFound':
      return { links: linked(row, event.data.link, { finding: event.data.finding }) };
    case 'FindingDisputed':
      return onFinding(row, event.data.link, { dispute: 'open' });
    case 'FindingUpheld':
      return onFinding(row, event.data.link, { dispute: 'settled' });
    case 'FindingRevised': {
      const { link, was, finding } = event.data;
      return onFinding(row, link, { dispute: 'settled', was, finding });
    }
    case 'RemedyOrdered': {
      const { remedy, office, text, within_days } = event.data;
      return { remedies: [...row.remedies, { remedy, office, text, within_days }] };
    }
    case 'RemedyCarriedOut': {
      const doneAt = event.occurredAt;
      const remedies = row.remedies.map((one) =>
        one.remedy === event.data.remedy ? { ...one, doneAt } : one,
      );
      return { remedies };
    }
    case 'ReviewReferred': {
      const { referral, to, office } = event.data;
      return { referrals: [...row.referrals, { referral, to, office, sentAt: event.occurredAt }] };
    }
    case 'ReferralReceiptRecorded': {
      const { referral, reference } = event.data;
      return { referrals: referred(row, referral, { receivedAt: event.occurredAt, reference }) };
    }
    case 'ReferralOutcomeRecorded': {
      const { referral, outcome, text } = event.data;
      return { referrals: referred(row, referral, { outcome, outcomeAt: event.occurredAt, text }) };
    }
    case 'ReferralWithdrawn':
      return { referrals: referred(row, event.data.referral, { withdrawnAt: event.occurredAt }) };
    case 'ReviewClosed':
      return { status: 'closed', closedAt: event.occurredAt, measures: event.data.measures };
    case 'OfficeReplaced':
      return passedOn(row, renamed(event.data));
    case 'DutyBreached':
      return { breaches: row.breaches + 1 };
    // The other events of a review leave it where it is.
    default:
      return {};
  }
}

const isCounting = (event: LogEvent): event is LogEvent & { type: 'FaultCounted' | 'FaultSetAside' } =>
  event.type === 'FaultCounted' || event.type === 'FaultSetAside';

/** One row per accountability review (责任倒查) of an office, with what it came to. */
export const reviewBoard = defineView(reviewBoardTable, {
  name: 'review-board',
  version: 3,
  groupsOf(event) {
    if (isCounting(event)) return [event.data.reviewId];
    return event.stream.startsWith(PREFIX) ? [event.stream.slice(PREFIX.length)] : [];
  },
  project(rows, event, { group }) {
    const [row] = rows as readonly ReviewRow[];
    if (event.type === 'ReviewOpened') return row ? [row] : [opened(group, event)];
    if (!row) return [];
    if (event.type === 'FaultCounted') return [{ ...row, faultsInWindow: event.data.inWindow }];
    if (event.type === 'FaultSetAside') return [{ ...row, faultsInWindow: null }];
    return [{ ...row, ...step(row, event), revision: event.revision }];
  },
});
