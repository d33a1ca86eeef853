import { unreachable } from '@huiyin/kernel';
import type { ReviewEvent } from './events';
import { keyOf } from './found';

export type ReferralStatus = 'sent' | 'received' | 'taken-up' | 'answered' | 'returned' | 'withdrawn';

/** One finding of a review in the hands of discipline. */
export interface Referral {
  status: ReferralStatus;
  to: string;
  /** The office that was found on. */
  office: string;
  /** Which finding, as `keyOf` names it. */
  key: string;
}

export interface Referrals {
  /** That of the one that moved last; `in-question` while the finding that it rests on is disputed. */
  status: 'none' | 'in-question' | ReferralStatus;
  items: Readonly<Record<string, Referral>>;
  /** Sent in all. */
  made: number;
}

export const NO_REFERRALS: Referrals = { status: 'none', items: {}, made: 0 };

type OnReferral = Extract<
  ReviewEvent,
  { type: 'ReviewReferred' | 'ReferralReceiptRecorded' | 'ReferralOutcomeRecorded' | 'ReferralWithdrawn' }
>;

/** Undefined where there is no such referral: the log is damaged. */
export function withReferral(referrals: Referrals, event: OnReferral): Referrals | undefined {
  const { items, made } = referrals;
  const { referral, to, office } = event.data;
  const status = statusAfter(event);
  if (event.type === 'ReviewReferred') {
    const sent = { status, to, office, key: keyOf(event.data) };
    return { status, items: { ...items, [referral]: sent }, made: made + 1 };
  }
  const sent = items[referral];
  return sent && { status, items: { ...items, [referral]: { ...sent, status } }, made };
}

function statusAfter(event: OnReferral): ReferralStatus {
  switch (event.type) {
    case 'ReviewReferred':
      return 'sent';
    case 'ReferralReceiptRecorded':
      return 'received';
    case 'ReferralWithdrawn':
      return 'withdrawn';
    case 'ReferralOutcomeRecorded': {
      const { outcome } = event.data;
      return outcome === 'taken-up' || outcome === 'returned' ? outcome : 'answered';
    }
    default:
      return unreachable(event);
  }
}

/** A dispute leaves the referral of its finding in question, until another office has decided. */
export function afterFinding(referrals: Referrals, key: string, isDisputed: boolean): Referrals {
  const mine = Object.values(referrals.items).findLast((one) => one.key === key && !isOver(one));
  return mine ? { ...referrals, status: isDisputed ? 'in-question' : mine.status } : referrals;
}

/** What a commission, or the office found on, had of them is its successor's now. */
export const referralsPassedOn = (referrals: Referrals, now: (office: string) => string): Referrals => ({
  ...referrals,
  items: Object.fromEntries(
    Object.entries(referrals.items).map(([id, one]) => [
      id,
      { ...one, to: now(one.to), office: now(one.office) },
    ]),
  ),
});

/** Nothing more is to come of it. */
export const isOver = ({ status }: Referral): boolean =>
  status === 'answered' || status === 'returned' || status === 'withdrawn';

/** What discipline has of a review, or has answered; without what was taken back. */
export const referralsThatStand = ({ items }: Referrals): readonly (Referral & { id: string })[] =>
  Object.entries(items)
    .map(([id, one]) => ({ id, ...one }))
    .filter(({ status }) => status !== 'withdrawn');
