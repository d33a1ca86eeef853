import { unreachable, type LocalDate } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import type { DriveEvent } from './events';

interface Opened {
  pack: string;
  by: string;
  offices: readonly string[];
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

export function evolve(state: DriveState, { type, data }: DriveEvent): DriveState {
  if (type === 'DriveOpened') {
    const { pack, by, offices, from, to } = data;
    return { status: 'open', pack, by, offices, from, to, reported: {}, breached: [] };
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
    case 'ReportsCalled':
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    default:
      return unreachable(type);
  }
}
