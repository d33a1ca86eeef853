import { unreachable } from '@huiyin/kernel';
import { adoptedPack } from '../adopted';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { standingCommands, type StandingCommand } from './commands';
import { standingVersions, type StandingEvent } from './events';
import { standingExamples } from './examples';
import { aReviewCountsOnce } from './rules/a-review-counts-once';
import { faultsInWindow, rungReached } from './rules/rung-reached';
import { clear, evolve, type StandingState } from './state';

type Decided = Decision<StandingEvent>;
type Given<T extends StandingCommand['type']> = Extract<StandingCommand, { type: T }> & Issued;

function decide(command: StandingCommand & Issued, state: StandingState, context: DecisionContext): Decided {
  switch (command.type) {
    case 'CountFault':
      return countFault(command, state, context);
    case 'StepDown':
      return stepDown(command, state);
    default:
      return unreachable(command);
  }
}

function countFault(command: Given<'CountFault'>, state: StandingState, { rules }: DecisionContext): Decided {
  const given = command.data;
  const pack = adoptedPack(rules, given.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: given.pack });
  const { ladder } = rules.pack(pack);
  const [office, at] = [command.id, command.occurredAt];
  const faults = faultsInWindow(state, ladder, at);
  const rung = rungReached(state, ladder, faults);
  const events: StandingEvent[] = [
    { type: 'FaultCounted', data: { office, ...given, pack, at, inWindow: faults } },
  ];
  if (rung) events.push({ type: 'RungReached', data: { office, pack, rung: rung.id, faults, at } });
  return unlessRefused([aReviewCountsOnce(state, given.reviewId)], ...events);
}

function stepDown({ id, data }: Given<'StepDown'>, state: StandingState): Decided {
  if (state.status !== 'on-rung') return refuse('not-on-a-rung');
  return accept({ type: 'RungLeft', data: { office: id, rung: state.rung, reasons: data.reasons } });
}

export const standingAggregate: Aggregate<StandingState, StandingCommand, StandingEvent> = {
  name: 'standing',
  chinese: '问责阶梯',
  commands: standingCommands,
  examples: standingExamples,
  begunBy: 'CountFault',
  begins: 'again',
  system: ['CountFault'],
  versions: standingVersions,
  initial: clear,
  decide,
  evolve,
};
