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
import { recomputeDuties, recordBreach, remindOffice } from '../escalated';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { successionsOf } from '../succession';
import { assessmentCommands, type AssessmentCommand } from './commands';
import { assessmentVersions, type AssessmentEvent } from './events';
import { assessmentExamples } from './examples';
import { aYearIsAssessedOnce } from './rules/a-year-is-assessed-once';
import { aYearIsAssessedWhenItIsOver } from './rules/a-year-is-assessed-when-it-is-over';
import { anAssessmentIsOwed } from './rules/an-assessment-is-owed';
import { noOfficeAssessesItself } from './rules/no-office-assesses-itself';
import { assessedIn, evolve, unopened, type AssessmentState } from './state';

type Decided = Decision<AssessmentEvent>;
type Given<T extends AssessmentCommand['type']> = Extract<AssessmentCommand, { type: T }> & Issued;
type Opened = Exclude<AssessmentState, { status: 'unopened' }>;

function decide(
  command: AssessmentCommand & Issued,
  state: AssessmentState,
  context: DecisionContext,
): Decided {
  if (command.type === 'OpenAssessment') return open(command, state, context);
  if (state.status === 'unopened') return refuse('does-not-exist');
  switch (command.type) {
    case 'AssessOffice':
      return assess(command, state);
    case 'RemindOffice':
      return remindOffice(command.data.dutyId, context);
    case 'RecordBreach':
      return breach(command, state, context);
    case 'RecomputeDuties':
      return recomputeDuties(command.now, context);
    case 'ReplaceOffice':
      return accept(...(state.status === 'open' ? successionsOf([state.by], context.offices) : []));
    default:
      return unreachable(command);
  }
}

function open(
  { id, office, data }: Given<'OpenAssessment'>,
  state: AssessmentState,
  { rules, offices }: DecisionContext,
): Decided {
  const pack = adoptedPack(rules, data.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: data.pack });
  const by = state.status === 'unopened' ? id : state.by;
  const { year } = data;
  const assessed = [...new Set(data.offices)];
  const yearEndsAt = isoOf(instantAt(Date.UTC(year + 1, 0, 1), rules.pack(pack).timeZone) - 1);
  return unlessRefused(
    [
      onlyTheHolderActs(by, office),
      anOfficeIsInTheDirectory(offices, by),
      ...assessed.map((one) => anOfficeIsInTheDirectory(offices, one)),
      noOfficeAssessesItself(by, assessed),
      aYearIsAssessedOnce(state.status === 'unopened' ? [] : state.years, year),
    ],
    {
      type: 'AssessmentOpened',
      data: {
        pack,
        by,
        year,
        yearEndsAt,
        offices: assessed.map((one) => ({ office: one, assessed: assessedIn(year, one) })),
      },
    },
  );
}

function assess({ office: acting, occurredAt, data }: Given<'AssessOffice'>, state: Opened): Decided {
  const { by } = state;
  const assessed = assessedIn(data.year, data.office);
  const opened = state.years.find(({ year }) => year === data.year);
  return unlessRefused(
    [
      onlyTheHolderActs(by, acting),
      noOfficeAssessesItself(by, [data.office]),
      anAssessmentIsOwed(state.owed, assessed),
      opened && aYearIsAssessedWhenItIsOver(occurredAt, opened.endsAt),
    ],
    { type: 'OfficeAssessed', data: { by, ...data, assessed } },
  );
}

/** The office above oversees its own assessments: what it misses, the one above it is told of. */
function breach(
  { data: { dutyId }, now }: Given<'RecordBreach'>,
  { breached }: Opened,
  context: DecisionContext,
): Decided {
  const recorded = recordBreach(dutyId, now, breached, context);
  if (!recorded.ok) return recorded;
  return accept(
    ...recorded.events.map(({ type, data }) => {
      const overseer = context.offices.superior(data.office) ?? data.overseer;
      return { type, data: { ...data, overseer } };
    }),
  );
}

export const assessmentAggregate: Aggregate<AssessmentState, AssessmentCommand, AssessmentEvent> = {
  name: 'assessment',
  chinese: '年度考核',
  commands: assessmentCommands,
  examples: assessmentExamples,
  begunBy: 'OpenAssessment',
  begins: 'again',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'ReplaceOffice'],
  versions: assessmentVersions,
  initial: unopened,
  having: (state) => (state.status === 'open' ? [state.by] : []),
  decide,
  evolve,
};
