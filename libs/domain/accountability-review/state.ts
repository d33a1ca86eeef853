import { unreachable } from '@huiyin/kernel';
import type { Evidence, Finding, ReviewEvent } from './events';

interface Opened {
  pack: string;
  caseId: string;
  office: string;
  by: string;
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
    const { pack, caseId, office, by, evidence } = event.data;
    return { status: 'opened', pack, caseId, office, by, evidence, stated: false, breached: [] };
  }
  if (state.status === 'unopened') throw new Error(`damaged log: ${event.type} before ReviewOpened`);
  switch (event.type) {
    case 'SideStated':
      return { ...state, stated: true };
    case 'FindingProposed':
      return { ...state, status: 'proposed', finding: event.data.finding };
    case 'FindingConfirmed':
      return { ...state, status: 'confirmed', finding: event.data.finding };
    case 'ReviewClosed':
      if (state.status !== 'confirmed')
        throw new Error('damaged log: ReviewClosed without a confirmed finding');
      return { ...state, status: 'closed' };
    case 'OfficeReminded':
      return state;
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, event.data.dutyId] };
    default:
      return unreachable(event);
  }
}
