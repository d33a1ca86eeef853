import type { CaseEvents, ReviewEvents, SupervisionEvents } from '@huiyin/domain';
import type { Instant } from '@huiyin/policy';
import type { Recorded } from './record';

/**
 * What an office was in a case: it received it (首接), owned it (承办), helped (协办), looked at the opinion again (复查、复核),
 * was to say who handles it, supervised (督办), or reviewed who answers for it (责任倒查).
 */
export const ROLES = [
  'receiver',
  'owner',
  'helper',
  'reviewer',
  'common-superior',
  'supervisor',
  'accountability-reviewer',
] as const;
export type Role = (typeof ROLES)[number];

/** One office in one role, from one event to another. */
export interface Span {
  /** `role@position` of the event that it begins with: the same log always gives the same id. */
  id: string;
  role: Role;
  office: string;
  from: Instant;
  /** Absent while it lasts. */
  until?: Instant;
  /** Log positions of the events that it begins and ends with. */
  positions: readonly number[];
  /** The office that it took over from. */
  takesOverFrom?: string;
}

/** `stream`: only an event of the same order or review ends it. */
type Kept = Span & { stream?: string };
interface Fold {
  spans: readonly Kept[];
  receiver?: string;
}

/** Which offices had what to do with a case, and when: the events of the case and about it, in the order of the log. */
export const spansOf = (events: readonly Recorded[]): readonly Span[] =>
  events.reduce<Fold>(after, { spans: [] }).spans.map(({ stream: _, ...span }) => span);

const isOpen = ({ until }: Span): boolean => until === undefined;
const holds = ({ role }: Span): boolean => role === 'receiver' || role === 'owner';

function begin(fold: Fold, event: Recorded, role: Role, office: string, more: Partial<Kept> = {}): Fold {
  const begun = fold.spans.some(
    (one) => isOpen(one) && one.role === role && one.office === office && one.stream === more.stream,
  );
  if (begun) return fold;
  const { position, occurredAt: from } = event;
  const span = { id: `${role}@${position}`, role, office, from, positions: [position], ...more };
  return { ...fold, spans: [...fold.spans, span] };
}

const end = (fold: Fold, event: Recorded, which: (span: Kept) => boolean): Fold => ({
  ...fold,
  spans: fold.spans.map((span) =>
    isOpen(span) && which(span)
      ? { ...span, until: event.occurredAt, positions: [...span.positions, event.position] }
      : span,
  ),
});

/** It lies with whoever received it again, until somebody else has it. */
function back(fold: Fold, event: Recorded): Fold {
  const ended = end(fold, event, ({ role }) => role === 'owner');
  return fold.receiver === undefined ? ended : begin(ended, event, 'receiver', fold.receiver);
}

function after(fold: Fold, event: Recorded): Fold {
  switch (event.type) {
    case 'CaseRegistered': {
      const { receiver, receivedAt } = event.data as CaseEvents['CaseRegistered'];
      return begin({ ...fold, receiver }, event, 'receiver', receiver, { from: receivedAt });
    }
    case 'CaseSent': {
      const { to } = event.data as CaseEvents['CaseSent'];
      const ended = end(fold, event, ({ role, office }) => role === 'owner' && office !== to);
      return begin(ended, event, 'owner', to);
    }
    // Whoever received it first answers for it until an office has accepted it (首接负责).
    case 'CaseAccepted': {
      const { by } = event.data as CaseEvents['CaseAccepted'];
      return begin(
        end(fold, event, ({ role }) => role === 'receiver'),
        event,
        'owner',
        by,
      );
    }
    case 'ObjectionUpheld':
    case 'CaseTakenBack':
    case 'CaseReopened':
    case 'CaseSplit':
      return back(fold, event);
    case 'CaseClosed':
    case 'CaseMerged':
    case 'CaseDirected':
    case 'RegistrationStruck':
      return end(fold, event, holds);
    case 'OfficeReplaced':
      return replaced(fold, event);
    default:
      return besides(fold, event);
  }
}

function replaced(fold: Fold, event: Recorded): Fold {
  const { from, to } = event.data as CaseEvents['OfficeReplaced'];
  const held = fold.spans.filter((span) => isOpen(span) && span.office === from);
  const ended = end(fold, event, ({ office }) => office === from);
  const receiver = fold.receiver === from ? to : fold.receiver;
  return held.reduce(
    (next, { role, stream }) =>
      begin(next, event, role, to, { takesOverFrom: from, ...(stream !== undefined && { stream }) }),
    { ...ended, ...(receiver !== undefined && { receiver }) },
  );
}

/** What other offices do about a case while one holds it. */
function besides(fold: Fold, event: Recorded): Fold {
  const { stream } = event;
  const ofStream = (span: Kept): boolean => span.stream === stream;
  switch (event.type) {
    case 'HelpCalled':
      return begin(fold, event, 'helper', (event.data as CaseEvents['HelpCalled']).helper);
    case 'HelpGiven': {
      const { helper } = event.data as CaseEvents['HelpGiven'];
      return end(fold, event, ({ role, office }) => role === 'helper' && office === helper);
    }
    case 'ReviewAsked':
      return begin(fold, event, 'reviewer', (event.data as CaseEvents['ReviewAsked']).to);
    case 'ReviewDecided':
      return end(fold, event, ({ role }) => role === 'reviewer');
    case 'DeadlockReferred':
      return begin(fold, event, 'common-superior', (event.data as CaseEvents['DeadlockReferred']).to);
    case 'HandlerDetermined':
      return end(fold, event, ({ role }) => role === 'common-superior');
    case 'SupervisionOrdered': {
      const { by } = event.data as SupervisionEvents['SupervisionOrdered'];
      return begin(fold, event, 'supervisor', by, { stream });
    }
    case 'ReviewOpened': {
      const { by } = event.data as ReviewEvents['ReviewOpened'];
      return begin(fold, event, 'accountability-reviewer', by, { stream });
    }
    case 'SupervisionClosed':
    case 'ReviewClosed':
      return end(fold, event, ofStream);
    // Every other event leaves the offices in their roles.
    default:
      return fold;
  }
}
