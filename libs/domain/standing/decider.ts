import { unreachable } from '@huiyin/kernel';
import type { Instant, Ladder, LadderRung } from '@huiyin/policy';
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
import type { StandingEvent } from './events';
import { aReviewCountsOnce } from './rules/a-review-counts-once';
import { clear, evolve, type StandingState } from './state';

const DAY_ms = 86_400_000;

/** Confirmed faults inside the ladder's window that ends at `at`, that one included. */
function faultsInWindow(state: StandingState, ladder: Ladder, at: Instant): number {
  const opens = new Date(at).getTime() - ladder.window.amount * DAY_ms;
  return state.faults.filter((fault) => new Date(fault.at).getTime() > opens).length + 1;
}

const highestRung = (ladder: Ladder, faults: number): LadderRung | undefined =>
  ladder.rungs.findLast((rung) => faults >= rung.faults);

function decide(
  command: StandingCommand & Issued,
  state: StandingState,
  context: DecisionContext,
): Decision<StandingEvent> {
  switch (command.type) {
    case 'CountFault': {
      const office = command.id;
      const { pack } = command.data;
      const ladder = context.rules.pack(pack).ladder;
      const faults = faultsInWindow(state, ladder, command.occurredAt);
      const rung = highestRung(ladder, faults);
      const counted: StandingEvent = {
        type: 'FaultCounted',
        data: { office, ...command.data, at: command.occurredAt, inWindow: faults },
      };
      const reached: StandingEvent[] =
        rung && !(state.status === 'on-rung' && state.rung === rung.id)
          ? [{ type: 'RungReached', data: { office, pack, rung: rung.id, faults, at: command.occurredAt } }]
          : [];
      return unlessRefused([aReviewCountsOnce(state, command.data.reviewId)], counted, ...reached);
    }
    case 'StepDown':
      if (state.status !== 'on-rung') return refuse('not-on-a-rung');
      return accept({
        type: 'RungLeft',
        data: { office: command.id, rung: state.rung, reasons: command.data.reasons },
      });
    default:
      return unreachable(command);
  }
}

const versions: Readonly<Record<StandingEvent['type'], number>> = {
  FaultCounted: 1,
  RungReached: 1,
  RungLeft: 1,
};

export const standingAggregate: Aggregate<StandingState, StandingCommand, StandingEvent> = {
  name: 'standing',
  chinese: '问责阶梯',
  commands: standingCommands,
  begunBy: 'CountFault',
  begins: 'again',
  versions,
  initial: clear,
  decide,
  evolve,
};
