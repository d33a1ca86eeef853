import { unreachable } from '@huiyin/kernel';
import type { CaseEvent } from './events';

interface Registered {
  pack: string;
  /** The petition department: it holds the case whenever no other office does. */
  receiver: string;
  claims: readonly string[];
  reachable: boolean;
  /** Times that the case came back on an objection. */
  returns: number;
  /** Duties for which a breach has been recorded. */
  breached: readonly string[];
}

interface Sent extends Registered {
  office: string;
  mode: 'refer' | 'assign';
  procedure: 'ordinary' | 'simple';
}

interface Accepted extends Sent {
  extended: 'no' | 'untold' | 'told';
}

export type CaseState =
  | { status: 'unregistered' }
  | ({ status: 'registered' } & Registered)
  | ({ status: 'sorted'; procedure: 'ordinary' | 'simple' } & Registered)
  | ({ status: 'sent' } & Sent)
  | ({ status: 'acknowledged' } & Sent)
  | ({ status: 'objected'; from: 'sent' | 'acknowledged' } & Sent)
  | ({ status: 'accepted' } & Accepted)
  | ({ status: 'answered'; reported: boolean } & Accepted)
  | ({ status: 'closed' } & Accepted);

export type CaseStatus = CaseState['status'];
export type In<Status extends CaseStatus> = Extract<CaseState, { status: Status }>;

export const unregistered: CaseState = { status: 'unregistered' };

/** A log that breaks the order which `decide` guarantees is damaged: better to stop than to guess. */
function expecting<S extends CaseStatus>(state: CaseState, event: CaseEvent, ...statuses: S[]): In<S> {
  if (statuses.some((status) => status === state.status)) return state as In<S>;
  throw new Error(`damaged log: ${event.type} on a case that is ${state.status}`);
}

export function evolve(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'CaseRegistered': {
      const { pack, receiver, claims, reachable } = event.data;
      return {
        status: 'registered',
        pack,
        receiver,
        reachable,
        claims: claims.map(({ id }) => id),
        returns: 0,
        breached: [],
      };
    }
    case 'CaseSorted':
      return {
        ...expecting(state, event, 'registered', 'sorted'),
        status: 'sorted',
        procedure: event.data.procedure,
      };
    case 'CaseSent':
      return {
        ...expecting(state, event, 'sorted'),
        status: 'sent',
        office: event.data.to,
        mode: event.data.mode,
      };
    case 'CaseAcknowledged':
      return { ...expecting(state, event, 'sent'), status: 'acknowledged' };
    case 'CaseObjected': {
      const before = expecting(state, event, 'sent', 'acknowledged');
      return { ...before, status: 'objected', from: before.status };
    }
    case 'ObjectionUpheld': {
      const { pack, receiver, claims, reachable, returns, breached, procedure } = expecting(
        state,
        event,
        'objected',
      );
      return {
        status: 'sorted',
        pack,
        receiver,
        claims,
        reachable,
        breached,
        procedure,
        returns: returns + 1,
      };
    }
    case 'ObjectionRejected': {
      const { from, ...before } = expecting(state, event, 'objected');
      return { ...before, status: from };
    }
    case 'CaseAccepted':
      return { ...expecting(state, event, 'acknowledged'), status: 'accepted', extended: 'no' };
    case 'AnswerExtended':
      return { ...expecting(state, event, 'accepted'), extended: 'untold' };
    case 'ExtensionTold':
      return { ...expecting(state, event, 'accepted', 'answered'), extended: 'told' };
    case 'CaseAnswered':
      return { ...expecting(state, event, 'accepted'), status: 'answered', reported: false };
    case 'ClosingReported':
      return { ...expecting(state, event, 'answered'), reported: true };
    case 'CaseClosed':
      return { ...expecting(state, event, 'answered'), status: 'closed' };
    case 'CaseReopened': {
      const { pack, receiver, claims, reachable, returns, breached, procedure } = expecting(
        state,
        event,
        'closed',
      );
      return { status: 'sorted', pack, receiver, claims, reachable, returns, breached, procedure };
    }
    case 'OfficeReminded':
      return state;
    case 'DutyBreached':
      return state.status === 'unregistered'
        ? state
        : { ...state, breached: [...state.breached, event.data.dutyId] };
    default:
      return unreachable(event);
  }
}
