import type { Offices } from '../decider';
import { successionsBetween } from '../succession';
import type { OpenedReview } from './state';

/** Besides the office under review and the reviewer: the links, who decides disputes or puts things right, and who has a referral. */
const others = ({ parts: { evidence, findings, remedies, referrals } }: OpenedReview): readonly string[] => [
  ...evidence.called.map(({ office }) => office),
  ...Object.values(findings.found).flatMap(({ office, to }) => [office, ...(to === undefined ? [] : [to])]),
  ...Object.values(remedies.items).map(({ office }) => office),
  ...Object.values(referrals.items).flatMap(({ to, office }) => [to, office]),
];

/** Every office that has something in a review. */
export const havingPart = (state: OpenedReview): readonly string[] => [
  state.office,
  state.by,
  ...others(state),
];

/** A closed review too: its finding can be disputed, and what was found amiss is put right. */
export const reviewSuccessions = (state: OpenedReview, offices: Offices) =>
  successionsBetween(
    {
      office: state.office,
      by: state.by,
      others: others(state),
      keptFrom: state.parts.evidence.keptFrom,
    },
    offices,
  );
