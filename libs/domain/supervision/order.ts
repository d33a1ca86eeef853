import { refuse, unlessRefused, type Decision, type DecisionContext, type Issued } from '../decider';
import { adoptedPack } from '../adopted';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { SupervisionCommand } from './commands';
import type { SupervisionEvent } from './events';
import { anOrderByHandGivesItsReasons } from './rules/an-order-by-hand-gives-its-reasons';
import { nobodySupervisesThemselves } from './rules/nobody-supervises-themselves';
import { theAccusedDoNotSupervise, type CaseLooked } from './rules/the-accused-do-not-supervise';

type Order = Extract<SupervisionCommand, { type: 'OrderSupervision' }>;

/** Nothing on record raised it by itself: somebody judges that it is called for. */
export const isByHand = ({ dutyId, threshold }: Order['data']): boolean =>
  dutyId === undefined && threshold === undefined;

export function orderSupervision(
  { data, office: acting }: Order & Issued,
  { rules, offices, other }: DecisionContext,
): Decision<SupervisionEvent> {
  const pack = adoptedPack(rules, data.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: data.pack });
  const { office, by, caseId, reasons } = data;
  const looked = other(caseId) as CaseLooked | undefined;
  const checklist = rules.pack(pack).supervision?.checklist.map(({ id }) => id) ?? [];
  return unlessRefused(
    isByHand(data)
      ? [
          onlyTheHolderActs(by, acting),
          nobodySupervisesThemselves(by, office),
          anOfficeIsInTheDirectory(offices, office),
          theAccusedDoNotSupervise(by, caseId, looked, offices),
          anOrderByHandGivesItsReasons(reasons),
        ]
      : [],
    { type: 'SupervisionOrdered', data: { ...data, pack, ...(checklist.length > 0 && { checklist }) } },
  );
}
