import { accept, refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { ReviewCommand } from './commands';
import type { ReviewEvent, ReviewLink } from './events';
import { aFindingIsNotDatedBack } from './rules/a-finding-is-not-dated-back';
import { aLinkIsFoundOnOnce } from './rules/a-link-is-found-on-once';
import { aLinkStatesItsSideFirst } from './rules/a-link-states-its-side-first';
import { anOfficeDoesNotFindOnItself } from './rules/an-office-does-not-find-on-itself';
import type { OpenedReview } from './state';

type Decided = Decision<ReviewEvent>;
type Given<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }> & Issued;

/** Recorded once: the evidence is that of the opening. */
export function recordEvidence({ data }: Given<'RecordEvidence'>, state: OpenedReview): Decided {
  if (state.parts.evidence.status === 'assembled') return accept();
  const { links, ...snapshot } = data;
  const { by, caseId, office } = state;
  // The finding on the office under review covers its own links; no office finds on itself.
  const called = links.filter((one) => one.office !== office && one.office !== by);
  return accept({ type: 'EvidenceAssembled', data: { by, caseId, ...snapshot, called } });
}

const calledBy = (state: OpenedReview, link: string): ReviewLink | undefined =>
  state.parts.evidence.called.find((one) => one.link === link);

export function stateLinkSide({ data, office }: Given<'StateLinkSide'>, state: OpenedReview): Decided {
  const { link, text } = data;
  const called = calledBy(state, link);
  if (!called) return refuse('link-unknown', { link });
  return unlessRefused(
    [onlyTheHolderActs(called.office, office), aLinkIsFoundOnOnce(state.parts.findings.found, link)],
    {
      type: 'LinkSideStated',
      data: { by: called.office, link, text },
    },
  );
}

export function findOnLink(
  { data, office: acting, now, occurredAt }: Given<'FindOnLink'>,
  state: OpenedReview,
  context: DecisionContext,
): Decided {
  const { link, finding } = data;
  const called = calledBy(state, link);
  if (!called) return refuse('link-unknown', { link });
  const { by, caseId, pack, evidence, parts } = state;
  const { office } = called;
  const superior = context.offices.superior(office);
  const happenedAt = evidence?.duty.dueAt;
  return unlessRefused(
    [
      anOfficeDoesNotFindOnItself(office, acting ?? by),
      onlyTheHolderActs(by, acting),
      aFindingIsNotDatedBack(occurredAt, now),
      aLinkIsFoundOnOnce(parts.findings.found, link),
      aLinkStatesItsSideFirst(link, parts.evidence.statedLinks, context.duties(), now),
    ],
    {
      type: 'LinkFound',
      data: {
        ...{ by, office, caseId, link, pack, finding },
        ...(happenedAt && { happenedAt }),
        ...(superior !== undefined && { superior }),
      },
    },
  );
}
