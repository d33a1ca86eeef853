import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { adoptedPack } from '../adopted';
import { aDutyThatIsNamedWasMissed } from '../rules/a-duty-that-is-named-was-missed';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { theAccusedDoNotLookIntoIt, type CaseLooked } from '../rules/the-accused-do-not-look-into-it';
import type { SupervisionCommand } from './commands';
import type { SupervisionEvent } from './events';
import { anOrderByHandGivesItsReasons } from './rules/an-order-by-hand-gives-its-reasons';
import { nobodySupervisesThemselves } from './rules/nobody-supervises-themselves';

type Order = Extract<SupervisionCommand, { type: 'OrderSupervision' }>;

/** The clock and the thresholds say when, from the record; otherwise somebody judges that it is called for. */
export const isByHand = ({ dueAt, threshold }: Order['data']): boolean =>
  dueAt === undefined && threshold === undefined;

export function orderSupervision(
  { data, office: acting, now }: Order & Issued,
  { rules, offices, other, otherDuties }: DecisionContext,
): Decision<SupervisionEvent> {
  const pack = adoptedPack(rules, data.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: data.pack });
  const { office, by, caseId, dutyId, reasons } = data;
  const looked = other(caseId) as CaseLooked | undefined;
  const missed = dutyId === undefined ? undefined : otherDuties(caseId).find(({ id }) => id === dutyId);
  const checklist = rules.pack(pack).supervision?.checklist.map(({ id }) => id) ?? [];
  return unlessRefused(
    isByHand(data)
      ? [
          onlyTheHolderActs(by, acting),
          nobodySupervisesThemselves(by, office),
          anOfficeIsInTheDirectory(offices, office),
          theAccusedDoNotLookIntoIt(by, caseId, looked, offices),
          aDutyThatIsNamedWasMissed(dutyId, missed, office, now),
          anOrderByHandGivesItsReasons(reasons),
        ]
      : [],
    {
      type: 'SupervisionOrdered',
      data: {
        ...data,
        pack,
        ...(missed && { rule: missed.rule, dueAt: missed.dueAt }),
        ...(checklist.length > 0 && { checklist }),
      },
    },
  );
}
