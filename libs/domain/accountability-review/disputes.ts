import { own } from '@huiyin/kernel';
import { localDate, type Fact } from '@huiyin/policy';
import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { ReviewCommand } from './commands';
import type { ReviewEvent } from './events';
import { keyOf, type Found } from './found';
import { withdrawnWith } from './referrals';
import { aDisputeIsDecidedByAnotherOffice } from './rules/a-dispute-is-decided-by-another-office';
import { aFindingIsDisputedOnce } from './rules/a-finding-is-disputed-once';
import { aFindingIsDisputedWithinItsPeriod } from './rules/a-finding-is-disputed-within-its-period';
import { secondReviewer } from './second-reviewer';
import type { OpenedReview } from './state';

type Decided = Decision<ReviewEvent>;
type Given<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }> & Issued;

const about = ({ caseId }: OpenedReview, { office }: Found, { link }: { link?: string | undefined }) => ({
  office,
  caseId,
  ...(link !== undefined && { link }),
});

/** The office found on says that the finding is wrong: until another office has decided, it counts for nothing. */
export function disputeFinding(
  { data, office: acting, now }: Given<'DisputeFinding'>,
  state: OpenedReview,
  { duties, offices }: DecisionContext,
): Decided {
  const found = own(state.parts.findings.found, keyOf(data));
  if (!found) return refuse('finding-unknown');
  const { office } = found;
  const to = secondReviewer(state.by, office, state.parts.evidence.keptFrom, offices);
  return unlessRefused(
    [
      onlyTheHolderActs(office, acting),
      aFindingIsDisputedOnce(found),
      aFindingIsDisputedWithinItsPeriod(office, data.link, duties(), now),
    ],
    { type: 'FindingDisputed', data: { by: office, ...about(state, found, data), to, text: data.text } },
  );
}

export function decideDispute(
  { data, office: acting }: Given<'DecideDispute'>,
  state: OpenedReview,
  context: DecisionContext,
): Decided {
  const found = own(state.parts.findings.found, keyOf(data));
  if (found?.dispute !== 'open') return refuse('no-dispute');
  const to = found.to!;
  return unlessRefused(
    [aDisputeIsDecidedByAnotherOffice(state.by, found.office, acting ?? to), onlyTheHolderActs(to, acting)],
    ...decided(data, state, found, context),
  );
}

/** What stood stays in the event, and in the state, beside what is found now. */
function decided(
  data: Given<'DecideDispute'>['data'],
  state: OpenedReview,
  found: Found,
  { rules, offices, history }: DecisionContext,
): readonly ReviewEvent[] {
  const { pack } = state;
  const { happenedAt, finding: was } = found;
  const confirmedAt = history.find((fact) => isConfirmation(fact, data.link))!.occurredAt;
  const superior = offices.superior(found.office);
  const common = {
    ...{ by: found.to!, ...about(state, found, data), pack, reasons: data.reasons, confirmedAt },
    ...(happenedAt && { happenedAt }),
    ...(superior !== undefined && { superior }),
  };
  if (data.decision === 'uphold') return [{ type: 'FindingUpheld', data: { ...common, finding: was } }];
  const { finding } = data;
  const cleared = was.outcome === 'fault' && finding.outcome === 'no-fault';
  const confirmedOn = localDate(confirmedAt, rules.pack(pack).timeZone);
  return [
    { type: 'FindingRevised', data: { ...common, was, finding, cleared, confirmedOn } },
    ...(cleared ? withdrawnWith(keyOf(data), common.by, state) : []),
  ];
}

const isConfirmation = ({ type, data }: Fact, link: string | undefined): boolean =>
  link === undefined
    ? type === 'FindingConfirmed'
    : type === 'LinkFound' && (data as { link?: string }).link === link;
