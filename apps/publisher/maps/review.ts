import { reviewStep } from '../in-contract-words';
import { as, type ContractMap } from '../published';

export const reviewMap: ContractMap['review'] = {
  ReviewOpened: ({ id, data }) => as('huiyin.review.opened.v1', id, { reviewId: id, ...data }),
  SideStated: ({ id, data }) => as('huiyin.review.side-stated.v1', id, { reviewId: id, ...data }),
  FindingProposed: ({ id, data }) => as('huiyin.review.finding-proposed.v1', id, { reviewId: id, ...data }),
  FindingConfirmed: ({ id, data }) => as('huiyin.review.finding-confirmed.v1', id, { reviewId: id, ...data }),
  EvidenceAssembled: reviewStep,
  LinkSideStated: reviewStep,
  LinkFound: ({ id, data }) => as('huiyin.review.finding-confirmed.v1', id, { reviewId: id, ...data }),
  FindingDisputed: ({ id, data: { text: _, ...data } }) =>
    as('huiyin.review.finding-disputed.v1', id, { reviewId: id, ...data }),
  FindingUpheld: ({ id, data }) => as('huiyin.review.finding-upheld.v1', id, { reviewId: id, ...data }),
  FindingRevised: ({ id, data: { confirmedOn: _, ...data } }) =>
    as('huiyin.review.finding-revised.v1', id, { reviewId: id, ...data }),
  RemedyOrdered: reviewStep,
  RemedyCarriedOut: reviewStep,
  OfficeReplaced: reviewStep,
  ReviewReferred: ({ id, data: { basis: _, reasons: __, ...data } }) =>
    as('huiyin.review.referred.v1', id, { reviewId: id, ...data }),
  ReferralReceiptRecorded: ({ id, data: { reference: _, ...data } }) =>
    as('huiyin.review.referral-received.v1', id, { reviewId: id, ...data }),
  ReferralOutcomeRecorded: ({ id, data: { text: _, ...data } }) =>
    as('huiyin.review.referral-answered.v1', id, { reviewId: id, ...data }),
  ReferralWithdrawn: ({ id, data }) =>
    as('huiyin.review.referral-withdrawn.v1', id, { reviewId: id, ...data }),
  ReviewClosed: ({ id, data }) => as('huiyin.review.closed.v1', id, { reviewId: id, ...data }),
  OfficeReminded: ({ id, data }) => as('huiyin.review.office-reminded.v1', id, { reviewId: id, ...data }),
  DutyBreached: ({ id, data }) => as('huiyin.review.duty-breached.v1', id, { reviewId: id, ...data }),
  DutiesRecomputed: ({ id, data }) =>
    as('huiyin.review.duties-recomputed.v1', id, { reviewId: id, changes: [...data.changes] }),
};
