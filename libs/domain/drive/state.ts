import { own, unreachable, type LocalDate } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { DriveEvent } from './events';

interface Opened {
  pack: string;
  by: string;
  offices: readonly string[];
  /** Who reports for an office of the drive that was succeeded. */
  heirs: Readonly<Record<string, string>>;
  from: LocalDate;
  to: LocalDate;
  /** How many matters each `office/day` reported: 0 is a zero report, and what is absent is missing. */
  reported: Readonly<Record<string, number>>;
  breached: readonly string[];
}

export type DriveState =
  { status: 'unopened' } | ({ status: 'open' } & Opened) | ({ status: 'closed' } & Opened);

export const unopened: DriveState = { status: 'unopened' };

export const reportOf = (office: string, day: LocalDate): string => `${office}/${day}`;

/** The office that reports for an office of the drive. */
export const reporterFor = ({ heirs }: Pick<Opened, 'heirs'>, office: string): string =>
  own(heirs, office) ?? office;

/** Who opened a drive, and who reports in it. */
export const havingPart = (state: Opened): readonly string[] => [
  state.by,
  ...state.offices.map((office) => reporterFor(state, office)),
];

function passedOn<S extends Opened>(state: S, now: (office: string) => string): S {
  const heirs = state.offices.map((office) => [office, now(reporterFor(state, office))]);
  return { ...state, by: now(state.by), heirs: Object.fromEntries(heirs) as Record<string, string> };
}

export function evolve(state: DriveState, { type, data }: DriveEvent): DriveState {
  if (type === 'DriveOpened') {
    const { pack, by, offices, from, to } = data;
    return { status: 'open', pack, by, offices, heirs: {}, from, to, reported: {}, breached: [] };
  }
  if (state.status === 'unopened') return damagedLog(type, state.status);
  switch (type) {
    case 'ZeroReported':
      return { ...state, reported: { ...state.reported, [data.report]: 0 } };
    case 'MattersReported':
      return { ...state, reported: { ...state.reported, [data.report]: data.count } };
    case 'DriveClosed':
      return { ...state, status: 'closed' };
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, data.dutyId] };
    // What each office reports stays under the name that it was called for by.
    case 'OfficeReplaced':
      return passedOn(state, renamed(data));
    case 'ReportsCalled':
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    default:
      return unreachable(type);
  }
}
