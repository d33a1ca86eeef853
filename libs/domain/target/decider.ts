import { unreachable } from '@huiyin/kernel';
import { adoptedPack } from '../adopted';
import {
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { targetCommands, type TargetCommand } from './commands';
import { targetVersions, type TargetEvent } from './events';
import { targetExamples } from './examples';
import { TARGET_METRICS, type TargetMetric } from './metrics';
import { isReached } from './reached';
import { aHeadSigns } from './rules/a-head-signs';
import { aTargetIsOnAnOfficesDuty } from './rules/a-target-is-on-an-offices-duty';
import { everyTargetHasItsResult } from './rules/every-target-has-its-result';
import { theYearIsOver } from './rules/the-year-is-over';
import { evolve, unset, type TargetState } from './state';

type Decided = Decision<TargetEvent>;
type Given<T extends TargetCommand['type']> = Extract<TargetCommand, { type: T }> & Issued;

function decide(command: TargetCommand & Issued, state: TargetState, context: DecisionContext): Decided {
  if (command.type === 'SetTargets')
    return state.status === 'unset' ? set(command, context) : refuse('already-exists');
  if (state.status === 'unset') return refuse('does-not-exist');
  switch (command.type) {
    case 'SignTargets': {
      if (state.status !== 'set') return refuse('wrong-state', { status: state.status });
      const { office } = state;
      const { post } = command.data;
      return unlessRefused(
        [onlyTheHolderActs(office, command.office), aHeadSigns(context.offices, office, post)],
        { type: 'TargetsSigned', data: { office, by: office, post } },
      );
    }
    case 'ConcludeTargets':
      if (state.status !== 'signed') return refuse('wrong-state', { status: state.status });
      return conclude(command, state, context);
    default:
      return unreachable(command);
  }
}

function set({ data, office: acting }: Given<'SetTargets'>, { rules, offices }: DecisionContext): Decided {
  const pack = adoptedPack(rules, data.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: data.pack });
  const refused = aTargetIsOnAnOfficesDuty(data.targets.map(({ metric }) => metric));
  const targets = data.targets.map(({ metric, value }, index) => ({
    target: `t${index + 1}`,
    metric,
    direction: TARGET_METRICS[metric as TargetMetric],
    value,
  }));
  return unlessRefused(
    [
      onlyTheHolderActs(data.by, acting),
      anOfficeIsInTheDirectory(offices, data.by),
      anOfficeIsInTheDirectory(offices, data.office),
      refused,
    ],
    { type: 'TargetsSet', data: { ...data, pack, targets } },
  );
}

function conclude(
  { data: { results, position }, office: acting, now }: Given<'ConcludeTargets'>,
  { office, by, year, targets, pack }: Extract<TargetState, { status: 'signed' }>,
  { rules }: DecisionContext,
): Decided {
  const found = targets.map((target) => {
    const value = results.find((one) => one.target === target.target)?.value ?? null;
    return { target: target.target, value, met: isReached(target, value) };
  });
  return unlessRefused(
    [
      onlyTheHolderActs(by, acting),
      theYearIsOver(year, now, rules.pack(pack).timeZone),
      everyTargetHasItsResult(targets, results),
    ],
    { type: 'TargetsConcluded', data: { office, by, year, position, results: found } },
  );
}

export const targetAggregate: Aggregate<TargetState, TargetCommand, TargetEvent> = {
  name: 'target',
  chinese: '目标责任书',
  commands: targetCommands,
  examples: targetExamples,
  begunBy: 'SetTargets',
  begins: 'once',
  system: [],
  versions: targetVersions,
  initial: unset,
  decide,
  evolve,
};
