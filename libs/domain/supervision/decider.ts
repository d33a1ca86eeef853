import { unreachable } from '@huiyin/kernel';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { adoptedPack } from '../adopted';
import { recomputeDuties, recordBreach, remindOffice } from '../escalated';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { supervisionCommands, type SupervisionCommand } from './commands';
import { supervisionVersions, type SupervisionEvent } from './events';
import { supervisionExamples } from './examples';
import { anOrderIsAnsweredWhileItIsOpen } from './rules/an-order-is-answered-while-it-is-open';
import { evolve, unordered, type SupervisionState } from './state';

type Decided = Decision<SupervisionEvent>;

function decide(
  command: SupervisionCommand & Issued,
  state: SupervisionState,
  context: DecisionContext,
): Decided {
  if (command.type === 'OrderSupervision') {
    if (state.status !== 'unordered') return refuse('already-exists');
    const pack = adoptedPack(context.rules, command.data.pack);
    if (pack === undefined) return refuse('policy-unknown', { pack: command.data.pack });
    return accept({ type: 'SupervisionOrdered', data: { ...command.data, pack } });
  }
  if (state.status === 'unordered') return refuse('does-not-exist');
  switch (command.type) {
    case 'ReplyToSupervision':
      return unlessRefused(
        [anOrderIsAnsweredWhileItIsOpen(state), onlyTheHolderActs(state.office, command.office)],
        {
          type: 'SupervisionReplied',
          data: { by: state.office, text: command.data.text },
        },
      );
    case 'CloseSupervision':
      return unlessRefused(
        [anOrderIsAnsweredWhileItIsOpen(state), onlyTheHolderActs(state.by, command.office)],
        {
          type: 'SupervisionClosed',
          data: { by: state.by, ...command.data },
        },
      );
    case 'RemindOffice':
      return remindOffice(command.data.dutyId, context);
    case 'RecordBreach':
      return recordBreach(command.data.dutyId, command.now, state.breached, context);
    case 'RecomputeDuties':
      return recomputeDuties(command.now, context);
    default:
      return unreachable(command);
  }
}

export const supervisionAggregate: Aggregate<SupervisionState, SupervisionCommand, SupervisionEvent> = {
  name: 'supervision',
  chinese: '督办',
  commands: supervisionCommands,
  examples: supervisionExamples,
  begunBy: 'OrderSupervision',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties'],
  versions: supervisionVersions,
  initial: unordered,
  decide,
  evolve,
};
