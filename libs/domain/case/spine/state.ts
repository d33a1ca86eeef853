import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { Claim, ClaimOutcome, SpineEvent, SpineEvents, Told } from './events';

interface Registered {
  pack: string;
  /** The petition department: it holds the case whenever no other office does. */
  receiver: string;
  claims: readonly string[];
  kinds: Readonly<Record<string, Claim['kind']>>;
  reachable: boolean;
  /** Brought by more than one. */
  joint: boolean;
  /** Who brought it, where it is known: what they say later is sealed under the same key. */
  subject?: string;
  /** Times that the case came back on an objection. */
  returns: number;
  /** Offices that gave it back since it was last accepted, each as often as it did. */
  returnedBy: readonly string[];
  /** Duties for which a breach has been recorded. */
  breached: readonly string[];
}

interface Sorted extends Registered {
  /** Claims that belong before a court, and are not for the petition way. */
  litigation: readonly string[];
  procedure: 'ordinary' | 'simple';
}

interface Sent extends Sorted {
  office: string;
  mode: 'refer' | 'assign';
  /** The common superior has named the office. */
  determined: boolean;
}

interface Accepted extends Sent {
  /** Who has been told why it takes longer. */
  extended: 'no' | readonly Told[];
}

interface Answered extends Accepted {
  opinion: readonly ClaimOutcome[];
}

/** Where the case stands on its way from registration to closing. */
export type Spine =
  | { status: 'unregistered' }
  | ({ status: 'registered' } & Registered)
  | ({ status: 'sorted'; determined?: boolean } & Sorted)
  | ({ status: 'directed' } & Sorted)
  | ({ status: 'sent' } & Sent)
  | ({ status: 'acknowledged' } & Sent)
  | ({ status: 'objected'; from: 'sent' | 'acknowledged' } & Sent)
  | ({ status: 'accepted' } & Accepted)
  | ({ status: 'answered'; reported: boolean; deferred: boolean } & Answered)
  | ({ status: 'closed' } & Answered)
  | ({ status: 'merged'; lead: string } & Ended)
  | ({ status: 'closed-with-lead'; lead: string } & Ended)
  | ({ status: 'struck' } & Ended);

type Ended = Registered & Partial<Pick<Sorted, 'procedure' | 'litigation'>>;
export type CaseStatus = Spine['status'];
export type In<Status extends CaseStatus> = Extract<Spine, { status: Status }>;

export const unregistered: In<'unregistered'> = { status: 'unregistered' };

function expecting<S extends CaseStatus>(state: Spine, event: SpineEvent, ...statuses: S[]): In<S> {
  if (statuses.some((status) => status === state.status)) return state as In<S>;
  return damagedLog(event.type, state.status);
}

/** Who handles it is no longer in dispute. */
const AGREED = { returnedBy: [], determined: false };

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
  kinds: Object.fromEntries(claims.map(({ id, kind }) => [id, kind])),
  returns: 0,
  returnedBy: [],
  breached: [],
});

const keptOf = ({ pack, receiver, claims, kinds, reachable, joint, subject, breached }: Registered) => ({
  pack,
  receiver,
  claims,
  kinds,
  reachable,
  joint,
  breached,
  ...(subject && { subject }),
});

const sortedOf = ({ procedure, litigation, returns, returnedBy }: Sorted) => ({
  procedure,
  litigation,
  returns,
  returnedBy,
});

/** The case lies with its receiver again: no office has it, and nothing of the last attempt is left. */
const backAtReceiver = (before: Sorted): Spine => ({
  status: 'sorted',
  ...keptOf(before),
  ...sortedOf(before),
});

/** The office still holds the case, and nothing of its answer is left. */
function answeredAnew(before: Answered): Spine {
  const { office, mode, determined } = before;
  const kept = { ...keptOf(before), ...sortedOf(before) };
  return { status: 'accepted', ...kept, office, mode, determined, extended: 'no' };
}

const givenBack = (before: In<'objected'>, from: string): Spine =>
  backAtReceiver({ ...before, returns: before.returns + 1, returnedBy: [...before.returnedBy, from] });

function replaced(state: Spine, { data }: Extract<SpineEvent, { type: 'OfficeReplaced' }>): Spine {
  if (state.status === 'unregistered') return damagedLog('OfficeReplaced', state.status);
  const now = (office: string): string => (office === data.from ? data.to : office);
  const receiver = now(state.receiver);
  return 'office' in state ? { ...state, receiver, office: now(state.office) } : { ...state, receiver };
}

function objected(before: In<'sent' | 'acknowledged'>): Spine {
  return { ...before, status: 'objected', from: before.status };
}

const answered = (before: In<'accepted'>, opinion: readonly ClaimOutcome[]): Spine => ({
  ...before,
  status: 'answered',
  reported: false,
  deferred: false,
  opinion,
});

function objectionRejected({ from, ...before }: In<'objected'>): Spine {
  return { ...before, status: from };
}

function breached(state: Spine, event: Extract<SpineEvent, { type: 'DutyBreached' }>): Spine {
  if (state.status === 'unregistered') return damagedLog(event.type, state.status);
  return { ...state, breached: [...state.breached, event.data.dutyId] };
}

/** It goes its own way again, from where it was merged. */
function split({ lead: _, procedure, litigation = [], ...before }: In<'merged'>): Spine {
  return procedure === undefined
    ? { ...before, status: 'registered' }
    : { ...before, procedure, litigation, status: 'sorted' };
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
      return {
        ...from('registered', 'sorted'),
        status: 'sorted',
        procedure: data.procedure,
        litigation: data.routes.flatMap(({ claim, route }) => (route === 'litigation' ? [claim] : [])),
      };
    case 'CaseSent':
      return { determined: false, ...from('sorted'), status: 'sent', office: data.to, mode: data.mode };
    case 'CaseAcknowledged':
      return { ...from('sent'), status: 'acknowledged' };
    case 'CaseObjected':
      return objected(from('sent', 'acknowledged'));
    case 'ObjectionUpheld':
      return givenBack(from('objected'), data.from);
    case 'ObjectionRejected':
      return objectionRejected(from('objected'));
    case 'CaseAccepted':
      return { ...from('acknowledged'), status: 'accepted', extended: 'no', ...AGREED };
    case 'AnswerExtended':
      return { ...from('accepted'), extended: [] };
    case 'ExtensionTold':
      return extensionTold(from('accepted', 'answered'), data.to);
    case 'CaseAnswered':
      return answered(from('accepted'), data.outcomes);
    case 'ClosingReported':
      return { ...from('answered'), reported: true };
    case 'ClosingDeferred':
      return { ...from('answered'), deferred: true };
    case 'ClosingResumed':
      return { ...from('answered'), deferred: false };
    case 'AnswerSetAside':
      return answeredAnew(from('answered', 'closed'));
    case 'CaseClosed':
      return { ...from('answered'), status: 'closed' };
    case 'CaseReopened':
      return backAtReceiver(from('closed', 'directed'));
    case 'CaseDirected':
      return { ...from('sorted'), status: 'directed' };
    case 'DeadlockReferred':
      return { ...from('sorted'), returnedBy: data.returnedBy };
    case 'HandlerDetermined':
      return { ...from('sorted'), determined: true };
    case 'CaseTakenBack':
      return backAtReceiver(from('sent', 'acknowledged', 'objected', 'accepted', 'answered'));
    case 'OfficeReplaced':
      return replaced(state, event);
    case 'CaseMerged':
      return { ...from('registered', 'sorted'), status: 'merged', lead: data.lead };
    case 'LeadOutcomeTold':
      return { ...from('merged'), status: 'closed-with-lead' };
    case 'CaseSplit':
      return split(from('merged'));
    case 'RegistrationStruck':
      return { ...from('registered', 'sorted'), status: 'struck' };
    case 'StageReported':
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    case 'DutyBreached':
      return breached(state, event);
    default:
      return unreachable(type);
  }
}
