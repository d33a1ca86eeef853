import { aggregates, correctionsOf, presentIn, type CaseEvents, type CaseState } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { duties, explain, type Duty, type RuleBook, type Text } from '@huiyin/policy';
import { fill, KEPT, OUTCOME, STAGE, STATUS, STEPS } from './words';

/** What a petitioner sees of their own matter. Nothing personal is opened, and nothing of anyone else is in it. */
export interface Progress {
  title: string;
  receivedAt: string;
  status: { code: string; words: Text };
  /** Who has to see to it now. */
  office: Text;
  steps: readonly { entry: number; at: string; words: Text; corrected: boolean }[];
  due: readonly { what: Text; by: string; office: Text; late: boolean; why: Text }[];
  answer?: Answer;
  /** What those above have decided on the answer. */
  reviews: readonly Reviewed[];
  /** What can be asked for now. */
  may: { rate: boolean; askReview?: { stage: Stage; until: string } };
}

export interface Answer {
  at: string;
  office: Text;
  claims: readonly { claim: string; outcome?: string; text: string }[];
  basis?: string;
  /** What can be asked for against it, of whom and until when. */
  remedy?: string;
}

type Stage = CaseEvents['ReviewAsked']['stage'];

export interface Reviewed {
  at: string;
  office: Text;
  stage: Stage;
  outcome: CaseEvents['ReviewDecided']['outcome'];
  text: string;
  basis: string;
}

export interface Given {
  history: readonly StoredEvent[];
  rules: RuleBook;
  now: string;
  nameOf: (office: string) => Text;
}

type Registered = Exclude<CaseState, { status: 'unregistered' }>;

export function progressOf({ history, rules, now, nameOf }: Given): Progress {
  const state = history.reduce<unknown>(
    (folded, event) => aggregates.cases.evolve(folded, event as { type: string; data: unknown }),
    aggregates.cases.initial,
  ) as Registered;
  const { fulfilment, rating } = state.parts;
  // Signed and not delivered yet: the period for a review has not begun.
  const untold = fulfilment.status === 'owed' && !fulfilment.told;
  const answer = untold ? undefined : answerOf(history, nameOf);
  const owed = duties(history, rules);
  const told = 'office' in state ? state.office : state.receiver;
  return {
    title: String(presentIn(history, 0, 'title')),
    receivedAt: (history[0]!.data as CaseEvents['CaseRegistered']).receivedAt,
    status: { code: state.status, words: STATUS[state.status] },
    // Whoever received it first owns it until another office has accepted it.
    office: nameOf(ACCEPTED.has(state.status) ? told : state.receiver),
    steps: history.flatMap((event, entry) => stepOf(event, entry, history, nameOf)),
    due: owed
      .filter(({ kind, status }) => kind === 'duty' && status === 'open')
      .map((duty) => ({
        what: rules.pack(duty.policy).duties.find(({ id }) => id === duty.rule)!.name,
        by: duty.dueAt,
        office: nameOf(duty.owner),
        late: duty.dueAt < now,
        why: { zh: explain(duty, rules, 'zh-CN'), en: explain(duty, rules, 'en') },
      })),
    ...(answer && { answer }),
    reviews: history.flatMap((event, entry) => reviewedIn(event, entry, history, nameOf)),
    may: {
      rate: ANSWERED.has(state.status) && !untold && rating.status === 'unrated',
      ...(ANSWERED.has(state.status) && askableIn(owed, now)),
    },
  };
}

const ANSWERED: ReadonlySet<string> = new Set(['answered', 'closed']);
const ACCEPTED: ReadonlySet<string> = new Set(['accepted', ...ANSWERED]);

const WINDOWS = new Map<string, Stage>([
  ['ask-review', 'review'],
  ['ask-re-review', 're-review'],
]);

/** The review that may be asked for now, as long as its period runs. */
function askableIn(owed: readonly Duty[], now: string): Pick<Progress['may'], 'askReview'> {
  const open = owed.findLast(
    ({ rule, status, dueAt }) => WINDOWS.has(rule) && status === 'open' && now <= dueAt,
  );
  return open ? { askReview: { stage: WINDOWS.get(open.rule)!, until: open.dueAt } } : {};
}

function reviewedIn(
  { type, data, occurredAt }: StoredEvent,
  entry: number,
  history: readonly StoredEvent[],
  nameOf: Given['nameOf'],
): readonly Reviewed[] {
  if (type !== 'ReviewDecided') return [];
  const { by, stage, outcome } = data as CaseEvents['ReviewDecided'];
  const now = (field: string) => String(presentIn(history, entry, field));
  return [{ at: occurredAt, office: nameOf(by), stage, outcome, text: now('text'), basis: now('basis') }];
}

const plain = (value: unknown): Text => ({ zh: String(value), en: String(value) });

function wordsOf(type: string, data: unknown): Text | undefined {
  const { by, to } = data as Readonly<Record<string, unknown>>;
  return type === 'CaseSent' && by === to ? KEPT : STEPS[type as keyof CaseEvents];
}

function stepOf(
  { type, data, occurredAt }: StoredEvent,
  entry: number,
  history: readonly StoredEvent[],
  nameOf: Given['nameOf'],
): Progress['steps'] {
  const words = wordsOf(type, data);
  if (!words) return [];
  const { by, receiver, to, days, stage, outcome } = data as Readonly<
    Record<string, string | number | undefined>
  >;
  const reasons = presentIn(history, entry, 'reasons');
  const values = {
    office: nameOf(String(by ?? receiver ?? to)),
    ...(to !== undefined && { to: nameOf(String(to)) }),
    ...(days !== undefined && { days: plain(days) }),
    ...(reasons !== undefined && { reasons: plain(reasons) }),
    ...(stage !== undefined && { stage: STAGE[stage as Stage] }),
    ...(outcome !== undefined && { outcome: OUTCOME[outcome as Reviewed['outcome']] }),
    entry: plain((data as { entry?: number }).entry),
  };
  const corrected = correctionsOf(history, entry).size > 0;
  return [{ entry, at: occurredAt, words: fill(words, values), corrected }];
}

/** The last answer: of the case itself, or of the lead case that it was merged into. */
function answerOf(history: readonly StoredEvent[], nameOf: Given['nameOf']): Answer | undefined {
  const claims = new Map(
    (history[0]!.data as CaseEvents['CaseRegistered']).claims.map(({ id, summary }) => [id, summary]),
  );
  const last = history.findLast(({ type }) => type === 'CaseAnswered' || type === 'LeadOutcomeTold');
  if (!last) return undefined;
  const entry = history.indexOf(last);
  if (last.type === 'LeadOutcomeTold') {
    const { by } = last.data as CaseEvents['LeadOutcomeTold'];
    const text = String(presentIn(history, entry, 'text'));
    const told = [...claims.values()].map((claim) => ({ claim, text }));
    return { at: last.occurredAt, office: nameOf(by), claims: told };
  }
  const { by, outcomes, remedy } = last.data as CaseEvents['CaseAnswered'];
  return {
    at: last.occurredAt,
    office: nameOf(by),
    claims: outcomes.map(({ claim, outcome, text }) => ({ claim: claims.get(claim) ?? '', outcome, text })),
    basis: String(presentIn(history, entry, 'basis')),
    ...(remedy !== undefined && { remedy }),
  };
}
