import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { FundEvent } from './events';

export interface Request {
  caseId: string;
  amount_yuan: number;
  status: 'requested' | 'approved' | 'refused' | 'paid';
}

/** `left_yuan` is what can still be approved: paid and approved money is spoken for. */
export type FundState =
  | { status: 'unopened' }
  | {
      status: 'open';
      office: string;
      left_yuan: number;
      requests: Readonly<Record<string, Request>>;
      breached: readonly string[];
    };

export const unopened: FundState = { status: 'unopened' };

type Open = Extract<FundState, { status: 'open' }>;

function changed(state: Open, request: string, change: Partial<Request>): Open {
  const before = state.requests[request];
  if (!before) return damagedLog(request, 'unknown request');
  return { ...state, requests: { ...state.requests, [request]: { ...before, ...change } } };
}

export function evolve(state: FundState, { type, data }: FundEvent): FundState {
  if (type === 'FundOpened')
    return { status: 'open', office: data.office, left_yuan: data.budget_yuan, requests: {}, breached: [] };
  if (state.status === 'unopened') return damagedLog(type, state.status);
  switch (type) {
    case 'FundToppedUp':
      return { ...state, left_yuan: state.left_yuan + data.amount_yuan };
    case 'ReliefRequested': {
      const { request, caseId, amount_yuan } = data;
      return {
        ...state,
        requests: { ...state.requests, [request]: { caseId, amount_yuan, status: 'requested' } },
      };
    }
    case 'ReliefApproved': {
      const { request, amount_yuan } = data;
      const left_yuan = state.left_yuan - amount_yuan;
      return { ...changed(state, request, { status: 'approved', amount_yuan }), left_yuan };
    }
    case 'ReliefRefused':
      return changed(state, data.request, { status: 'refused' });
    case 'ReliefPaid':
      return changed(state, data.request, { status: 'paid' });
    case 'OfficeReplaced':
      return { ...state, office: renamed(data)(state.office) };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, data.dutyId] };
    default:
      return unreachable(type);
  }
}
