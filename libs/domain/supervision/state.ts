import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { SupervisionEvent, SupervisionEvents } from './events';
import { noParts, partsAfter, type SupervisionParts } from './parts';

interface Ordered {
  caseId: string;
  pack: string;
  office: string;
  by: string;
  /** The duty that it is about, where it is about one. */
  dutyId?: string;
  /** The stream of the duty, where it is not the case. */
  account?: string;
  breached: readonly string[];
  parts: SupervisionParts;
}

export type SupervisionState =
  | { status: 'unordered'; parts: SupervisionParts }
  | ({ status: 'ordered' } & Ordered)
  | ({ status: 'acknowledged' } & Ordered)
  | ({ status: 'replied' } & Ordered)
  | ({ status: 'closed' } & Ordered);

export type Under = Exclude<SupervisionState, { status: 'unordered' }>;

export const unordered: SupervisionState = { status: 'unordered', parts: noParts };

function ordered(data: SupervisionEvents['SupervisionOrdered']): Under {
  const { caseId, pack, office, by, dutyId, account } = data;
  const duty = { ...(dutyId !== undefined && { dutyId }), ...(account !== undefined && { account }) };
  const about = { caseId, pack, office, by, ...duty };
  return { status: 'ordered', ...about, breached: [], parts: noParts };
}

export function evolve(state: SupervisionState, event: SupervisionEvent): SupervisionState {
  if (event.type === 'SupervisionOrdered')
    return { ...ordered(event.data), parts: partsAfter(noParts, event) };
  if (state.status === 'unordered') return damagedLog(event.type, state.status);
  return { ...onItsWay(state, event), parts: partsAfter(state.parts, event) };
}

function onItsWay(state: Under, event: Exclude<SupervisionEvent, { type: 'SupervisionOrdered' }>): Under {
  const { type, data } = event;
  switch (type) {
    case 'SupervisionAcknowledged':
    case 'ReplyReturned':
      return { ...state, status: 'acknowledged' };
    case 'SupervisionReplied':
      return { ...state, status: 'replied' };
    case 'SupervisionClosed':
      return { ...state, status: 'closed' };
    case 'OfficeReplaced': {
      const now = renamed(data);
      return { ...state, office: now(state.office), by: now(state.by) };
    }
    case 'DutyBreached':
      return { ...state, breached: [...state.breached, data.dutyId] };
    case 'ChecklistItemAdded':
    case 'ChecklistTicked':
    case 'SiteVisitPlanned':
    case 'SiteVisitReported':
    case 'SupervisionListed':
    case 'SupervisionDelisted':
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    default:
      return unreachable(type);
  }
}
