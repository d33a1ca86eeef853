import { unreachable } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import { damagedLog } from '../damaged-log';
import type { Evidence, Finding, ReviewEvent } from './events';

interface Opened {
  pack: string;
  caseId: string;
  office: string;
  by: string;
  openedAt: Instant;
  evidence?: Evidence;
  stated: boolean;
  breached: readonly string[];
}

export type ReviewState =
  | { status: 'unopened' }
  | ({ status: 'opened' } & Opened)
  | ({ status: 'proposed'; finding: Finding } & Opened)
  | ({ status: 'confirmed'; finding: Finding } & Opened)
  | ({ status: 'closed'; finding: Finding } & Opened);

export const unopened: ReviewState = { status: 'unopened' };

export function evolve(state: ReviewState, event: ReviewEvent): ReviewState {
  if (event.type === 'ReviewOpened') {
    const { pack, caseId, office, by, at, evidence } = event.data;
    const openedAt = at;
    return { status: 'opened', pack, caseId, office, by, openedAt, evidence, stated: false, breached: [] };
  }
  if (state.status === 'unopened') return damagedLog(event.type, state.status);
  switch (event.type) {
    case 'SideStated':
      return { ...state, stated: true };
    case 'FindingProposed':
      return { ...state, status: 'proposed', finding: event.data.finding };
    case 'FindingConfirmed':
      return { ...state, status: 'confirmed', finding: event.data.finding };
    case 'ReviewClosed':
      if (state.status !== 'confirmed') return damagedLog(event.type, state.status);
      return { ...state, status: 'closed' };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, event.data.dutyId] };
    default:
      return unreachable(event);
  }
}
