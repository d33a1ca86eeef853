import { localDate, unreachable } from '@huiyin/kernel';
import { aPromiseLiesAhead } from '../case/rules/a-promise-lies-ahead';
import { unlessRefused, type Decision, type DecisionContext, type Issued, type Verdict } from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import type { SupervisionCommand } from './commands';
import type { SupervisionEvent } from './events';
import { aChecklistHasAnEnd } from './rules/a-checklist-has-an-end';
import { aReplyIsReturnedThatCame } from './rules/a-reply-is-returned-that-came';
import { aVisitIsReportedOnce } from './rules/a-visit-is-reported-once';
import { anItemIsTickedThatIsOpen } from './rules/an-item-is-ticked-that-is-open';
import { anOrderIsAnsweredWhileItIsOpen } from './rules/an-order-is-answered-while-it-is-open';
import { everyItemIsTicked } from './rules/every-item-is-ticked';
import { itEndsSolvedOrOverruled } from './rules/it-ends-solved-or-overruled';
import { itHangsOut } from './rules/it-hangs-out';
import type { Under } from './state';

type Decided = Decision<SupervisionEvent>;
type OfOverseer = Extract<
  SupervisionCommand & Issued,
  {
    type:
      | 'ReturnReply'
      | 'AddChecklistItem'
      | 'TickChecklist'
      | 'PlanSiteVisit'
      | 'ReportSiteVisit'
      | 'ListSupervision'
      | 'DelistSupervision'
      | 'CloseSupervision';
  }
>;

/** What the office that ordered it does until it is closed. */
export function byTheOverseer(command: OfOverseer, state: Under, context: DecisionContext): Decided {
  return unlessRefused(
    [
      anOrderIsAnsweredWhileItIsOpen(state),
      onlyTheHolderActs(state.by, command.office),
      ...verdictsOn(command, state, context),
    ],
    eventOf(command, state),
  );
}

function verdictsOn(command: OfOverseer, state: Under, context: DecisionContext): readonly Verdict[] {
  const ahead = (day: string): Verdict =>
    aPromiseLiesAhead([day], localDate(command.occurredAt, context.rules.pack(state.pack).timeZone));
  const { type, data } = command;
  switch (type) {
    case 'ReturnReply':
      return [aReplyIsReturnedThatCame(state)];
    case 'AddChecklistItem':
      return [aChecklistHasAnEnd(state)];
    case 'TickChecklist':
      return [anItemIsTickedThatIsOpen(state, data.items)];
    case 'PlanSiteVisit':
      return [ahead(data.on)];
    case 'ReportSiteVisit':
      return [aVisitIsReportedOnce(state, data.visit)];
    case 'ListSupervision':
      return [itHangsOut(state, false), ahead(data.until)];
    case 'DelistSupervision':
      return [itHangsOut(state, true)];
    case 'CloseSupervision':
      return data.solved ? solvedVerdicts(state, context) : [];
    default:
      return unreachable(type);
  }
}

function eventOf({ type, data }: OfOverseer, { by, office, parts }: Under): SupervisionEvent {
  switch (type) {
    case 'ReturnReply':
      return { type: 'ReplyReturned', data: { by, office, ...data } };
    case 'AddChecklistItem':
      return { type: 'ChecklistItemAdded', data: { by, item: `x${parts.checklist.made + 1}`, ...data } };
    case 'TickChecklist':
      return { type: 'ChecklistTicked', data: { by, ...data } };
    case 'PlanSiteVisit':
      return { type: 'SiteVisitPlanned', data: { by, visit: `v${parts.visits.made + 1}`, ...data } };
    case 'ReportSiteVisit':
      return { type: 'SiteVisitReported', data: { by, ...data } };
    case 'ListSupervision':
      return { type: 'SupervisionListed', data: { by, office, ...data } };
    case 'DelistSupervision':
      return { type: 'SupervisionDelisted', data: { by, ...data } };
    case 'CloseSupervision':
      return { type: 'SupervisionClosed', data: { by, ...data } };
    default:
      return unreachable(type);
  }
}

function solvedVerdicts(state: Under, { other, otherDuties }: DecisionContext): readonly Verdict[] {
  const looked = other(state.caseId) as { status: string } | undefined;
  const owed = otherDuties(state.account ?? state.caseId);
  return [itEndsSolvedOrOverruled(state, looked, owed), everyItemIsTicked(state)];
}
