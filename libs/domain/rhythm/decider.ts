import { unreachable } from '@huiyin/kernel';
import {
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { rhythmCommands, type RhythmCommand } from './commands';
import { rhythmVersions, type RhythmEvent } from './events';
import { rhythmExamples } from './examples';
import { aRhythmIsTheCitysOrAnOffices } from './rules/a-rhythm-is-the-citys-or-an-offices';
import { aTimeZoneIsKnown } from './rules/a-time-zone-is-known';
import { evolve, unset, type RhythmState } from './state';

function decide(
  command: RhythmCommand & Issued,
  state: RhythmState,
  { offices }: DecisionContext,
): Decision<RhythmEvent> {
  // The city's rhythm is nobody's but the operator's.
  const own = onlyTheHolderActs(command.id, command.office);
  switch (command.type) {
    case 'SetRhythm':
      return unlessRefused(
        [own, aRhythmIsTheCitysOrAnOffices(command.id, offices), aTimeZoneIsKnown(command.data.timeZone)],
        { type: 'RhythmSet', data: command.data },
      );
    case 'StopRhythm':
      if (state.status === 'unset') return refuse('does-not-exist');
      if (state.status === 'stopped') return refuse('wrong-state', { status: state.status });
      return unlessRefused([own], { type: 'RhythmStopped', data: command.data });
    default:
      return unreachable(command);
  }
}

export const rhythmAggregate: Aggregate<RhythmState, RhythmCommand, RhythmEvent> = {
  name: 'rhythm',
  chinese: '工作节律',
  commands: rhythmCommands,
  examples: rhythmExamples,
  begunBy: 'SetRhythm',
  begins: 'again',
  system: [],
  versions: rhythmVersions,
  initial: unset,
  decide,
  evolve,
};
