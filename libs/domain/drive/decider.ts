import { addDays, endOfDay, instantAt, localDate, unreachable } from '@huiyin/kernel';
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
import { successionsOf } from '../succession';
import { driveCommands, type DriveCommand } from './commands';
import { driveVersions, type DriveEvent } from './events';
import { driveExamples } from './examples';
import { aDayIsReportedOnce } from './rules/a-day-is-reported-once';
import { aDriveHasDays, daysOf } from './rules/a-drive-has-days';
import { aDriveLiesAhead } from './rules/a-drive-lies-ahead';
import { aDriveIsOpenedFromAbove } from './rules/a-drive-is-opened-from-above';
import { aReportIsAskedFor } from './rules/a-report-is-asked-for';
import { evolve, havingPart, reporterFor, reportOf, unopened, type DriveState } from './state';

type Decided = Decision<DriveEvent>;
type Given<T extends DriveCommand['type']> = Extract<DriveCommand, { type: T }> & Issued;
type Opened = Exclude<DriveState, { status: 'unopened' }>;

function decide(command: DriveCommand & Issued, state: DriveState, context: DecisionContext): Decided {
  if (command.type === 'OpenDrive')
    return state.status === 'unopened' ? open(command, context) : refuse('already-exists');
  if (state.status === 'unopened') return refuse('does-not-exist');
  switch (command.type) {
    case 'ReportZero':
    case 'ReportMatters':
      return report(command, state, context);
    case 'CloseDrive':
      if (state.status === 'closed') return refuse('wrong-state', { status: state.status });
      return unlessRefused([onlyTheHolderActs(state.by, command.office)], {
        type: 'DriveClosed',
        data: { by: state.by, ...command.data },
      });
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return byTheClock(command, state, context);
    case 'ReplaceOffice':
      return accept(...(state.status === 'open' ? successionsOf(havingPart(state), context.offices) : []));
    default:
      return unreachable(command);
  }
}

/** Every report of every day is called for at once: each is a duty with a clock from then on. */
function open(
  { data, office, occurredAt }: Given<'OpenDrive'>,
  { rules, offices }: DecisionContext,
): Decided {
  const pack = adoptedPack(rules, data.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: data.pack });
  const { by, from, to } = data;
  const { timeZone } = rules.pack(pack);
  const refusals = [
    onlyTheHolderActs(by, office),
    ...[by, ...data.offices].map((one) => anOfficeIsInTheDirectory(offices, one)),
    aDriveIsOpenedFromAbove(by, data.offices, offices),
    aDriveHasDays(from, to),
    aDriveLiesAhead(from, localDate(occurredAt, timeZone)),
  ];
  const days = Array.from({ length: Math.max(0, daysOf(from, to)) }, (_, index) => addDays(from, index));
  return unlessRefused<DriveEvent>(
    refusals,
    { type: 'DriveOpened', data: { ...data, pack, endsAt: endOfDay(to, timeZone).toISOString() } },
    ...days.map((day) => ({
      type: 'ReportsCalled' as const,
      data: {
        by,
        day,
        opensAt: new Date(instantAt(Date.parse(`${day}T00:00:00Z`), timeZone)).toISOString(),
        reports: data.offices.map((one) => ({ report: reportOf(one, day), office: one })),
      },
    })),
  );
}

/** A report that comes late is taken: that it was missing when it was due stays on record. */
function report(
  { type, data, office: acts, now }: Given<'ReportZero' | 'ReportMatters'>,
  state: Opened,
  { rules }: DecisionContext,
): Decided {
  if (state.status === 'closed') return refuse('wrong-state', { status: state.status });
  const { office, day, ...more } = data;
  const key = reportOf(office, day);
  const by = reporterFor(state, office);
  const refusals = [
    onlyTheHolderActs(by, acts),
    aReportIsAskedFor(state, office, day, localDate(now, rules.pack(state.pack).timeZone)),
    aDayIsReportedOnce(state.reported, key),
  ];
  const said = { report: key, by, day };
  return unlessRefused<DriveEvent>(
    refusals,
    type === 'ReportZero'
      ? { type: 'ZeroReported', data: said }
      : { type: 'MattersReported', data: { ...said, ...(more as { count: number; text: string }) } },
  );
}

export const driveAggregate: Aggregate<DriveState, DriveCommand, DriveEvent> = {
  name: 'drive',
  chinese: '专项行动',
  commands: driveCommands,
  examples: driveExamples,
  begunBy: 'OpenDrive',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'ReplaceOffice'],
  versions: driveVersions,
  initial: unopened,
  having: (state) => (state.status === 'open' ? havingPart(state) : []),
  decide,
  evolve,
};
