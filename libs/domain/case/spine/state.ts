import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { SpineEvent, SpineEvents, Told } from './events';

interface Registered {
  pack: string;
  /** The petition department: it holds the case whenever no other office does. */
  receiver: string;
  claims: readonly string[];
  reachable: boolean;
  /** Brought by more than one. */
  joint: boolean;
  /** Who brought it, where it is known: what they say later is sealed under the same key. */
  subject?: string;
  /** Times that the case came back on an objection. */
  returns: number;
  /** Duties for which a breach has been recorded. */
  breached: readonly string[];
}

interface Sorted extends Registered {
  procedure: 'ordinary' | 'simple';
}

interface Sent extends Sorted {
  office: string;
  mode: 'refer' | 'assign';
}

interface Accepted extends Sent {
  /** Who has been told why it takes longer. */
  extended: 'no' | readonly Told[];
}

/** Where the case stands on its way from registration to closing. */
export type Spine =
  | { status: 'unregistered' }
  | ({ status: 'registered' } & Registered)
  | ({ status: 'sorted' } & Sorted)
  | ({ status: 'sent' } & Sent)
  | ({ status: 'acknowledged' } & Sent)
  | ({ status: 'objected'; from: 'sent' | 'acknowledged' } & Sent)
  | ({ status: 'accepted' } & Accepted)
  | ({ status: 'answered'; reported: boolean } & Accepted)
  | ({ status: 'closed' } & Accepted)
  | ({ status: 'merged'; lead: string } & Ended)
  | ({ status: 'closed-with-lead'; lead: string } & Ended)
  | ({ status: 'struck' } & Ended);

type Ended = Registered & { procedure?: Sorted['procedure'] };
export type CaseStatus = Spine['status'];
export type In<Status extends CaseStatus> = Extract<Spine, { status: Status }>;

export const unregistered: In<'unregistered'> = { status: 'unregistered' };

function expecting<S extends CaseStatus>(state: Spine, event: SpineEvent, ...statuses: S[]): In<S> {
  if (statuses.some((status) => status === state.status)) return state as In<S>;
  return damagedLog(event.type, state.status);
}

const registered = ({
  pack,
  receiver,
  claims,
  reachable,
  petitioner,
  kind,
}: SpineEvents['CaseRegistered']): Spine => ({
  status: 'registered',
  joint: kind === 'joint',
  pack,
  receiver,
  reachable,
  ...(petitioner && { subject: petitioner.subject }),
  claims: claims.map(({ id }) => id),
  returns: 0,
  breached: [],
});

/** The case lies with its receiver again: no office has it, and nothing of the last attempt is left. */
const backAtReceiver = (before: Sorted, returns: number): Spine => {
  const { pack, receiver, claims, reachable, joint, subject, breached, procedure } = before;
  const kept = { pack, receiver, claims, reachable, joint, ...(subject && { subject }), breached, procedure };
  return { status: 'sorted', ...kept, returns };
};

function objected(before: In<'sent' | 'acknowledged'>): Spine {
  return { ...before, status: 'objected', from: before.status };
}

function objectionRejected({ from, ...before }: In<'objected'>): Spine {
  return { ...before, status: from };
}

function breached(state: Spine, event: Extract<SpineEvent, { type: 'DutyBreached' }>): Spine {
  if (state.status === 'unregistered') return damagedLog(event.type, state.status);
  return { ...state, breached: [...state.breached, event.data.dutyId] };
}

/** It goes its own way again, from where it was merged. */
function split({ lead: _, procedure, ...before }: In<'merged'>): Spine {
  return procedure === undefined
    ? { ...before, status: 'registered' }
    : { ...before, procedure, status: 'sorted' };
}

function extensionTold(state: In<'accepted' | 'answered'>, to: Told): Spine {
  return { ...state, extended: [...(state.extended === 'no' ? [] : state.extended), to] };
}

export function evolveSpine(state: Spine, event: SpineEvent): Spine {
  const from = <S extends CaseStatus>(...statuses: S[]): In<S> => expecting(state, event, ...statuses);
  const { type, data } = event;
  switch (type) {
    case 'CaseRegistered':
      return registered(data);
    case 'CaseSorted':
      return { ...from('registered', 'sorted'), status: 'sorted', procedure: data.procedure };
    case 'CaseSent':
      return { ...from('sorted'), status: 'sent', office: data.to, mode: data.mode };
    case 'CaseAcknowledged':
      return { ...from('sent'), status: 'acknowledged' };
    case 'CaseObjected':
      return objected(from('sent', 'acknowledged'));
    case 'ObjectionUpheld':
      return backAtReceiver(from('objected'), from('objected').returns + 1);
    case 'ObjectionRejected':
      return objectionRejected(from('objected'));
    case 'CaseAccepted':
      return { ...from('acknowledged'), status: 'accepted', extended: 'no' };
    case 'AnswerExtended':
      return { ...from('accepted'), extended: [] };
    case 'ExtensionTold':
      return extensionTold(from('accepted', 'answered'), data.to);
    case 'CaseAnswered':
      return { ...from('accepted'), status: 'answered', reported: false };
    case 'ClosingReported':
      return { ...from('answered'), reported: true };
    case 'CaseClosed':
      return { ...from('answered'), status: 'closed' };
    case 'CaseReopened':
      return backAtReceiver(from('closed'), from('closed').returns);
    case 'CaseMerged':
      return { ...from('registered', 'sorted'), status: 'merged', lead: data.lead };
    case 'LeadOutcomeTold':
      return { ...from('merged'), status: 'closed-with-lead' };
    case 'CaseSplit':
      return split(from('merged'));
    case 'RegistrationStruck':
      return { ...from('registered', 'sorted'), status: 'struck' };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'DutyBreached':
      return breached(state, event);
    default:
      return unreachable(type);
  }
}
