import type { Sight } from '@huiyin/access';
import { keptFromAfter } from '@huiyin/domain';
import { duties, type Duty, type RuleBook } from '@huiyin/policy';
import type { LogEvent } from '@huiyin/read-models';
import { openDirectory, type Directory } from './directory';

/** What the log says of one case: all that a metric may look at. */
export interface CaseFacts {
  id: string;
  /** Present holder of the petition department's part, successions respected. */
  receiver: string;
  /** As corrected. */
  category: string;
  channel: string;
  place: string;
  persons: number;
  struck: boolean;
  keptFrom: readonly string[];
  /** Other cases that bring the same matter again; none that was struck. */
  repeats: readonly string[];
  /** Of the case, of the supervision orders on it and of the reviews of how it was handled, in the order of the log. */
  history: readonly LogEvent[];
  /** Of the same streams. */
  duties: readonly Duty[];
}

export interface Facts {
  cases: readonly CaseFacts[];
  offices: Directory;
}

const CASE = 'case-';
const OFFICE = 'office-';
const ABOUT_A_CASE = ['supervision-', 'review-'];

/** Ids of cases by their streams and by those of the orders and reviews about them. */
function caseIds(events: readonly LogEvent[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { stream, data } of events) {
    if (stream.startsWith(CASE)) ids.set(stream, stream.slice(CASE.length));
    else if (!ids.has(stream) && ABOUT_A_CASE.some((prefix) => stream.startsWith(prefix)) && 'caseId' in data)
      ids.set(stream, data.caseId!);
  }
  return ids;
}

/** Everything that the metrics look at, from the events of the log, or of a part of it that begins with the first. */
export function factsOf(events: readonly LogEvent[], rules: RuleBook): Facts {
  const ids = caseIds(events);
  const histories = new Map<string, LogEvent[]>();
  for (const event of events) {
    const id = ids.get(event.stream);
    if (id === undefined) continue;
    const history = histories.get(id);
    if (history) history.push(event);
    else histories.set(id, [event]);
  }
  const cases = [...histories].flatMap(([id, history]) => caseFacts(id, history, rules) ?? []);
  return {
    cases: withRepeats(cases),
    offices: openDirectory(events.filter(({ stream }) => stream.startsWith(OFFICE))),
  };
}

type Described = Omit<CaseFacts, 'id' | 'history' | 'duties' | 'repeats'>;

/** Undefined for orders and reviews about a case that was never registered. */
function caseFacts(id: string, history: readonly LogEvent[], rules: RuleBook): CaseFacts | undefined {
  const described = history.reduce<Described | undefined>(after, undefined);
  if (!described) return undefined;
  const streams = Map.groupBy(history, ({ stream }) => stream);
  return {
    id,
    ...described,
    repeats: [],
    history,
    duties: [...streams.values()].flatMap((one) => duties(one, rules)),
  };
}

/** The matter of a case came again in those that are linked to it as repeats. */
function withRepeats(cases: readonly CaseFacts[]): readonly CaseFacts[] {
  const repeats = new Map<string, string[]>();
  for (const { id, struck, history } of cases) {
    for (const { type, data } of history) {
      if (struck || type !== 'CaseLinked' || data.as !== 'repeat') continue;
      repeats.set(data.to, [...(repeats.get(data.to) ?? []), id]);
    }
  }
  return cases.map((one) => ({ ...one, repeats: repeats.get(one.id) ?? [] }));
}

/** What is left for somebody from whom some cases are kept: they change no number. */
export function visible({ cases, offices }: Facts, sight: Sight): Facts {
  if (sight.of === 'nothing') return { cases: [], offices };
  const hidden = new Set(
    cases.filter((one) => one.keptFrom.some((office) => sight.keptFrom.includes(office))).map(({ id }) => id),
  );
  const seen = cases.filter(({ id }) => !hidden.has(id));
  return {
    cases: seen.map((one) => ({ ...one, repeats: one.repeats.filter((id) => !hidden.has(id)) })),
    offices,
  };
}

const CORRECTED = ['category', 'channel', 'place', 'persons'] as const;
const isCorrected = (field: string): boolean => CORRECTED.some((one) => one === field);

function after(known: Described | undefined, event: LogEvent): Described | undefined {
  const facts = known && { ...known, keptFrom: keptFromAfter(known.keptFrom, event) };
  switch (event.type) {
    case 'CaseRegistered': {
      const { receiver, category, channel, place, persons } = event.data;
      const keptFrom = keptFromAfter([], event);
      return known ?? { receiver, category, channel, place, persons, struck: false, keptFrom };
    }
    case 'OfficeReplaced': {
      const { from, to } = event.data;
      return facts?.receiver === from ? { ...facts, receiver: to } : facts;
    }
    case 'RegistrationStruck':
      return facts && { ...facts, struck: true };
    case 'RecordCorrected': {
      const { type, field, after: corrected } = event.data;
      if (!facts || type !== 'CaseRegistered' || !isCorrected(field) || typeof corrected === 'object')
        return facts;
      return { ...facts, [field]: corrected };
    }
    // The other events do not change what the case is about.
    default:
      return facts;
  }
}
