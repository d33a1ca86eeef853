import { own } from '@huiyin/kernel';
import type { Finding, ReviewEvent, ReviewLink } from './events';
import { confirmed, ITSELF, keyOf, settled, type Found } from './found';
import { afterFinding, NO_REFERRALS, referralsPassedOn, type Referrals } from './referred';

/**
 * What runs beside the way of a review: its evidence and links, its findings under dispute, what is to be
 * put right, what discipline has of it.
 */
export interface ReviewParts {
  evidence: {
    status: 'missing' | 'assembled';
    keptFrom: readonly string[];
    /** Links of other offices that are under review with it. */
    called: readonly ReviewLink[];
    statedLinks: readonly string[];
  };
  findings: {
    status: 'none' | 'found' | 'disputed' | 'settled';
    /** By link; the finding on the office under review under `ITSELF`. */
    found: Readonly<Record<string, Found>>;
  };
  remedies: {
    status: 'none' | 'open' | 'done';
    items: Readonly<Record<string, Remedy>>;
    /** Ordered in all. */
    made: number;
  };
  referrals: Referrals;
}

interface Remedy {
  status: 'open' | 'done' | 'dropped';
  office: string;
  key: string;
}

export const NO_PARTS: ReviewParts = {
  evidence: { status: 'missing', keptFrom: [], called: [], statedLinks: [] },
  findings: { status: 'none', found: {} },
  remedies: { status: 'none', items: {}, made: 0 },
  referrals: NO_REFERRALS,
};

type Of<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>;

export function withEvidence(
  parts: ReviewParts,
  { type, data }: Of<'EvidenceAssembled' | 'LinkSideStated'>,
): ReviewParts {
  const { evidence } = parts;
  if (type === 'LinkSideStated')
    return { ...parts, evidence: { ...evidence, statedLinks: [...evidence.statedLinks, data.link] } };
  const { keptFrom, called } = data;
  return { ...parts, evidence: { ...evidence, status: 'assembled', keptFrom, called } };
}

export type OnFinding = Of<
  'FindingConfirmed' | 'LinkFound' | 'FindingDisputed' | 'FindingUpheld' | 'FindingRevised'
>;

/** Undefined where there is no such finding: the log is damaged. */
export function withFinding(parts: ReviewParts, event: OnFinding): ReviewParts | undefined {
  const key = event.type === 'FindingConfirmed' ? ITSELF : keyOf(event.data);
  const before = own(parts.findings.found, key);
  const after = foundAfter(before, event);
  if (!after) return undefined;
  const found = { ...parts.findings.found, [key]: after };
  const referrals = afterFinding(parts.referrals, key, after.dispute === 'open');
  const next = { ...parts, findings: { status: statusOf(Object.values(found)), found }, referrals };
  return event.type === 'FindingRevised' && event.data.cleared ? dropped(next, key) : next;
}

function foundAfter(before: Found | undefined, event: OnFinding): Found | undefined {
  if (event.type === 'FindingConfirmed' || event.type === 'LinkFound') return confirmed(event.data);
  if (!before) return undefined;
  if (event.type === 'FindingDisputed') return { ...before, dispute: 'open', to: event.data.to };
  const was: Finding | undefined = event.type === 'FindingRevised' ? event.data.was : undefined;
  return settled(before, event.data.finding, was);
}

function statusOf(all: readonly Found[]): ReviewParts['findings']['status'] {
  if (all.some(({ dispute }) => dispute === 'open')) return 'disputed';
  return all.some(({ dispute }) => dispute === 'settled') ? 'settled' : 'found';
}

/** A finding that was cleared asks for nothing any more. */
function dropped(parts: ReviewParts, key: string): ReviewParts {
  const items = Object.entries(parts.remedies.items).map(([remedy, one]): [string, Remedy] => [
    remedy,
    one.key === key && one.status === 'open' ? { ...one, status: 'dropped' } : one,
  ]);
  return withRemedies(parts, Object.fromEntries(items), parts.remedies.made);
}

export function withRemedy(
  parts: ReviewParts,
  event: Of<'RemedyOrdered' | 'RemedyCarriedOut'>,
): ReviewParts | undefined {
  const { items, made } = parts.remedies;
  if (event.type === 'RemedyOrdered') {
    const { remedy, office } = event.data;
    return withRemedies(
      parts,
      { ...items, [remedy]: { status: 'open', office, key: keyOf(event.data) } },
      made + 1,
    );
  }
  const ordered = items[event.data.remedy];
  return (
    ordered && withRemedies(parts, { ...items, [event.data.remedy]: { ...ordered, status: 'done' } }, made)
  );
}

function withRemedies(
  parts: ReviewParts,
  items: Readonly<Record<string, Remedy>>,
  made: number,
): ReviewParts {
  const open = Object.values(items).some(({ status }) => status === 'open');
  const none = made === 0 ? 'none' : 'done';
  return { ...parts, remedies: { status: open ? 'open' : none, items, made } };
}

/** What the offices of a review had in its parts is their successors' now; where a fault counts stays as it was. */
export function partsPassedOn(
  { evidence, findings, remedies, referrals }: ReviewParts,
  now: (office: string) => string,
): ReviewParts {
  const each = <T extends { office: string }>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [key, { ...one, office: now(one.office) }]));
  const decidedBy = (one: Found): Found => (one.to === undefined ? one : { ...one, to: now(one.to) });
  const found = Object.entries(each(findings.found)).map(([key, one]) => [key, decidedBy(one)] as const);
  const called = evidence.called.map((one) => ({ ...one, office: now(one.office) }));
  return {
    evidence: { ...evidence, called },
    findings: { ...findings, found: Object.fromEntries(found) },
    remedies: { ...remedies, items: each(remedies.items) },
    referrals: referralsPassedOn(referrals, now),
  };
}
