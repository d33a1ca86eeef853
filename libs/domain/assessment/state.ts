import { unreachable } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { AssessmentEvent } from './events';

interface Opened {
  /** The office that assesses: the one that the stream is named after, or its successor. */
  by: string;
  years: readonly { year: number; endsAt: Instant }[];
  /** Not assessed yet: `2026/housing`. */
  owed: readonly string[];
  breached: readonly string[];
}

export type AssessmentState =
  { status: 'unopened' } | ({ status: 'open' } & Opened) | ({ status: 'assessed' } & Opened);

export const unopened: AssessmentState = { status: 'unopened' };

export const assessedIn = (year: number, office: string): string => `${year}/${office}`;

export function evolve(state: AssessmentState, { type, data }: AssessmentEvent): AssessmentState {
  if (type === 'AssessmentOpened') {
    const before = state.status === 'unopened' ? { by: data.by, years: [], owed: [], breached: [] } : state;
    const owed = [...before.owed, ...data.offices.map(({ assessed }) => assessed)];
    const years = [...before.years, { year: data.year, endsAt: data.yearEndsAt }];
    return { ...before, status: 'open', years, owed };
  }
  if (state.status === 'unopened') return damagedLog(type, state.status);
  switch (type) {
    case 'OfficeAssessed': {
      const owed = state.owed.filter((one) => one !== data.assessed);
      return { ...state, status: owed.length === 0 ? 'assessed' : 'open', owed };
    }
    case 'OfficeReplaced':
      return { ...state, by: renamed(data)(state.by) };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, data.dutyId] };
    default:
      return unreachable(type);
  }
}
