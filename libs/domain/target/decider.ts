import { instantAt, unreachable } from '@huiyin/kernel';
import { isoOf } from '@huiyin/policy';
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
import { byTheClock } from '../escalated';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { successionsBetween } from '../succession';
import { targetCommands, type TargetCommand } from './commands';
import { targetVersions, type TargetEvent } from './events';
import { targetExamples } from './examples';
import { TARGET_METRICS, type TargetMetric } from './metrics';
import { isReached } from './reached';
import { aHeadSigns } from './rules/a-head-signs';
import { aTargetIsOnAnOfficesDuty } from './rules/a-target-is-on-an-offices-duty';
import { everyTargetIsMeasured } from './rules/every-target-is-measured';
import { theYearIsOver } from './rules/the-year-is-over';
import { evolve, unset, type TargetState } from './state';

type Decided = Decision<TargetEvent>;
type Letter = Exclude<TargetState, { status: 'unset' }>;
type Given<T extends TargetCommand['type']> = Extract<TargetCommand, { type: T }> & Issued;

function decide(command: TargetCommand & Issued, state: TargetState, context: DecisionContext): Decided {
  if (command.type === 'SetTargets')
    return state.status === 'unset' ? set(command, context) : refuse('already-exists');
  if (state.status === 'unset') return refuse('does-not-exist');
  switch (command.type) {
    case 'SignTargets':
      if (state.status !== 'set') return refuse('wrong-state', { status: state.status });
      return sign(command, state, context);
    case 'ReportTargets':
      if (state.status !== 'signed') return refuse('wrong-state', { status: state.status });
      return report(command, state, context);
    case 'ConcludeTargets':
      // An office that stays silent does not keep its year from being looked at.
      if (state.status !== 'signed' && state.status !== 'reported')
        return refuse('wrong-state', { status: state.status });
      return conclude(command, state, context);
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return byTheClock(command, state, context);
    case 'ReplaceOffice':
      return accept(...(state.status === 'concluded' ? [] : letterSuccessions(state, context)));
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

function sign(
  { data: { post }, office: acting }: Given<'SignTargets'>,
  { office, by, year, pack }: Letter,
  { rules, offices }: DecisionContext,
): Decided {
  const yearEndsAt = isoOf(instantAt(Date.UTC(year + 1, 0, 1), rules.pack(pack).timeZone) - 1);
  return unlessRefused([onlyTheHolderActs(office, acting), aHeadSigns(offices, office, post)], {
    type: 'TargetsSigned',
    data: { office, by: office, post, for: by, yearEndsAt },
  });
}

function report(
  { data: { text }, office: acting, now }: Given<'ReportTargets'>,
  { office, year, pack }: Letter,
  { rules }: DecisionContext,
): Decided {
  return unlessRefused(
    [onlyTheHolderActs(office, acting), theYearIsOver(year, now, rules.pack(pack).timeZone)],
    { type: 'TargetsReported', data: { office, by: office, text } },
  );
}

function conclude(
  { office: acting, now, measured }: Given<'ConcludeTargets'>,
  { office, by, year, targets, pack }: Letter,
  { rules }: DecisionContext,
): Decided {
  const { position, values } = measured ?? { position: 0, values: {} };
  const results = targets.map((target) => {
    const value = values[target.metric] ?? null;
    return { target: target.target, value, met: isReached(target, value) };
  });
  return unlessRefused(
    [
      onlyTheHolderActs(by, acting),
      theYearIsOver(year, now, rules.pack(pack).timeZone),
      everyTargetIsMeasured(targets, values),
    ],
    { type: 'TargetsConcluded', data: { office, by, year, position, results } },
  );
}

/** What an office promised for its year its successor has promised; it does not end up setting its own targets. */
const letterSuccessions = ({ office, by }: Letter, { offices }: DecisionContext) =>
  successionsBetween({ office, by, keptFrom: [] }, offices);

export const targetAggregate: Aggregate<TargetState, TargetCommand, TargetEvent> = {
  name: 'target',
  chinese: '目标责任书',
  commands: targetCommands,
  examples: targetExamples,
  begunBy: 'SetTargets',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'ReplaceOffice'],
  versions: targetVersions,
  initial: unset,
  having: (state) =>
    state.status === 'unset' || state.status === 'concluded' ? [] : [state.office, state.by],
  decide,
  evolve,
};
