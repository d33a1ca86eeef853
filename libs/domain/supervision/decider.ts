import { caseAggregate } from '../case';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
  type StreamKind,
} from '../decider';
import { byTheClock } from '../escalated';
import { onceOnADuty } from '../once-on-a-duty';
import { articleOfSupervision, namingArticle } from '../refusals/step-articles';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { supervisionCommands, type SupervisionCommand } from './commands';
import { supervisionVersions, type SupervisionEvent } from './events';
import { supervisionExamples } from './examples';
import { isByHand, orderSupervision } from './order';
import { byTheOverseer } from './overseer';
import { anOrderIsAnsweredWhileItIsOpen } from './rules/an-order-is-answered-while-it-is-open';
import { itIsAcknowledgedFirst } from './rules/it-is-acknowledged-first';
import { keptFromOfCase, type CaseLooked } from '../rules/the-accused-do-not-look-into-it';
import { successionsBetween } from '../succession';
import { evolve, unordered, type SupervisionState, type Under } from './state';

type Decided = Decision<SupervisionEvent>;
type Given = SupervisionCommand & Issued;

const decide = (command: Given, state: SupervisionState, context: DecisionContext): Decided =>
  namingArticle(decideInOrder(command, state, context), command.type, articleOfSupervision);

function decideInOrder(command: Given, state: SupervisionState, context: DecisionContext): Decided {
  if (command.type === 'OrderSupervision')
    return state.status === 'unordered' ? orderSupervision(command, context) : refuse('already-exists');
  if (state.status === 'unordered') return refuse('does-not-exist');
  switch (command.type) {
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return byTheClock(command, state, context);
    case 'ReplaceOffice':
      return accept(...successions(state, context));
    case 'AcknowledgeSupervision':
    case 'ReplyToSupervision':
      return byTheOffice(command, state);
    default:
      return byTheOverseer(command, state, context);
  }
}

/** Of an order that is open: a closed one is nobody's any more. */
function successions({ status, caseId, office, by }: Under, { offices, other }: DecisionContext) {
  if (status === 'closed') return [];
  const keptFrom = keptFromOfCase(other(caseId) as CaseLooked | undefined);
  return successionsBetween({ office, by, keptFrom }, offices);
}

type OfOffice = Extract<Given, { type: 'AcknowledgeSupervision' | 'ReplyToSupervision' }>;

function byTheOffice(command: OfOffice, state: Under): Decided {
  const by = state.office;
  const may = [anOrderIsAnsweredWhileItIsOpen(state), onlyTheHolderActs(by, command.office)];
  if (command.type === 'AcknowledgeSupervision')
    return unlessRefused([...may, itIsAcknowledgedFirst(state)], {
      type: 'SupervisionAcknowledged',
      data: { by },
    });
  return unlessRefused(may, { type: 'SupervisionReplied', data: { by, text: command.data.text } });
}

/** The case is looked at where an order is given by hand or passes on, and where it is to be closed as solved. */
function casesLookedAt(
  { type, data }: Pick<SupervisionCommand, 'type' | 'data'>,
  stateNow: () => SupervisionState,
): readonly string[] {
  if (type === 'OrderSupervision') {
    const order = data as Extract<SupervisionCommand, { type: 'OrderSupervision' }>['data'];
    return isByHand(order) ? [order.caseId] : [];
  }
  const looks = type === 'CloseSupervision' || type === 'ReplaceOffice';
  const state = looks ? stateNow() : unordered;
  return state.status === 'unordered' ? [] : [state.caseId];
}

export const supervisionAggregate: Aggregate<SupervisionState, SupervisionCommand, SupervisionEvent> = {
  name: 'supervision',
  chinese: '督办',
  commands: supervisionCommands,
  examples: supervisionExamples,
  begunBy: 'OrderSupervision',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'ReplaceOffice'],
  ownFields: { OrderSupervision: ['account', 'rule', 'dueAt', 'threshold', 'occurrence', 'cites'] },
  idFor: (command) =>
    command.type === 'OrderSupervision' ? onceOnADuty('supervision', 'supervise', command.data) : undefined,
  versions: supervisionVersions,
  initial: unordered,
  decide,
  having: (state) => (state.status === 'unordered' ? [] : [state.office, state.by]),
  refersTo: casesLookedAt,
  othersAre: caseAggregate as unknown as StreamKind,
  owedIn({ type }, stateNow) {
    const state = type === 'CloseSupervision' ? stateNow() : unordered;
    return state.status !== 'unordered' && state.account !== undefined ? [state.account] : [];
  },
  evolve,
};
