import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { adoptedPack } from '../adopted';
import { aDutyThatIsNamedWasMissed } from '../rules/a-duty-that-is-named-was-missed';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { theAccusedDoNotLookIntoIt, type CaseLooked } from '../rules/the-accused-do-not-look-into-it';
import type { ReviewCommand } from './commands';
import type { ReviewEvent } from './events';
import { anOfficeDoesNotFindOnItself } from './rules/an-office-does-not-find-on-itself';

type Open = Extract<ReviewCommand, { type: 'OpenReview' }>;

/** The clock brings the record of the missed duty along; otherwise somebody judges that a review is called for. */
const isByHand = ({ evidence }: Open['data']): boolean => evidence === undefined;

/** The case is looked at where a review is opened by hand. */
export const casesLookedAt = ({ type, data }: Pick<ReviewCommand, 'type' | 'data'>): readonly string[] =>
  type === 'OpenReview' && isByHand(data as Open['data']) ? [(data as Open['data']).caseId] : [];

export function openReview(
  { data, office: acting, now, occurredAt }: Open & Issued,
  { rules, offices, other, otherDuties }: DecisionContext,
): Decision<ReviewEvent> {
  const pack = adoptedPack(rules, data.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: data.pack });
  const { office, by, caseId, dutyId } = data;
  const missed = dutyId === undefined ? undefined : otherDuties(caseId).find(({ id }) => id === dutyId);
  return unlessRefused(
    [
      anOfficeDoesNotFindOnItself(office, by),
      ...(isByHand(data)
        ? [
            onlyTheHolderActs(by, acting),
            anOfficeIsInTheDirectory(offices, office),
            theAccusedDoNotLookIntoIt(by, caseId, other(caseId) as CaseLooked | undefined, offices),
            aDutyThatIsNamedWasMissed(dutyId, missed, office, now),
          ]
        : []),
    ],
    { type: 'ReviewOpened', data: { ...data, pack, at: occurredAt, ...(missed && { rule: missed.rule }) } },
  );
}
