import type { Duty, Fact, Instant, RuleBook } from '@huiyin/policy';
import type { z } from 'zod';
import type { RefusalCode } from './refusals';

/** What metrics come to, in their units, by id; null: there was nothing to count. */
export interface Measured {
  /** Up to where the log was counted. */
  position: number;
  values: Readonly<Record<string, number | null>>;
}

/** What arrives with every command: decisions read no clock, make no ids and ask nobody who is acting. */
export interface Issued {
  /** The id of the aggregate. */
  id: string;
  now: Instant;
  /** When it happened, as the clerk says; never after `now`. */
  occurredAt: Instant;
  actor: string;
  /** The office that the actor acts for; without it the actor stands in for the office that owes the step. */
  office?: string;
  /** Keyed hash of the query code that the answer will show. */
  receipt?: string;
  /** What Huiyin has counted for it, for commands whose numbers are computed and never told. */
  measured?: Measured;
  /** The data subject that a petitioner becomes who is not known from an earlier case. */
  newSubject?: string;
}

/** The office directory, as far as decisions ask. */
export interface Offices {
  has(office: string): boolean;
  superior(office: string): string | undefined;
  /** Its administrative level: township, county, city, … */
  level(office: string): string | undefined;
  /** Petition department, office, government or discipline commission. */
  kind(office: string): string | undefined;
  /** The office that took over from it directly. */
  nextAfter(office: string): string | undefined;
  /** The office that answers for it today: itself, or the end of its line of successors. */
  successor(office: string): string;
  /** Offices that it took over from directly. */
  predecessors(office: string): readonly string[];
  /** Posts of its head that are held today; none where the directory knows of nobody. */
  heads(office: string): readonly string[];
}

/** What a decision may ask besides its state: the rules in force, the offices there are, and what is owed. */
export interface DecisionContext {
  rules: RuleBook;
  offices: Offices;
  duties(): readonly Duty[];
  /** The stream itself, in order: entry n has revision n. */
  history: readonly Fact[];
  /** The state of another stream that the command refers to; undefined where there is none. */
  other(id: string): unknown;
  /** What is owed in that stream. */
  otherDuties(id: string): readonly Duty[];
}

export interface Refusal {
  code: RefusalCode;
  /** What exactly, for the problem's `detail`: ids, dates and codes, nothing personal. */
  facts?: Readonly<Record<string, string | number>>;
  /** Where in the command's data, if there are several such places: JSON Pointers. */
  errors?: readonly { pointer: string; message: string }[];
  /** That orders the step, where the code alone does not say. */
  article?: string;
}

export type Decision<Event> = { ok: true; events: readonly Event[] } | { ok: false; refusal: Refusal };

export const accept = <Event>(...events: readonly Event[]): Decision<Event> => ({ ok: true, events });

export const refuse = (code: RefusalCode, facts?: Refusal['facts']): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: facts ? { code, facts } : { code },
});

/** A rule reads as a sentence and allows (undefined) or refuses. */
export type Verdict = Refusal | undefined;

/** The first rule that refuses decides. */
export function unlessRefused<Event>(
  verdicts: readonly Verdict[],
  ...events: readonly Event[]
): Decision<Event> {
  const refusal = verdicts.find((verdict) => verdict !== undefined);
  return refusal ? { ok: false, refusal } : accept(...events);
}

/** Whether a command or an event is among those named: what is left over is narrowed until nothing is. */
export const isOneOf = <T extends { type: string }, Names extends object>(
  names: Names,
  one: T,
): one is Extract<T, { type: keyof Names }> => Object.hasOwn(names, one.type);

export type Schemas = Readonly<Record<string, z.ZodType>>;

/** `{type, data}` for each schema of a catalogue. */
export type CommandOf<S extends Schemas> = {
  [T in keyof S & string]: { type: T; data: z.output<S[T]> };
}[keyof S & string];

/** For each command, the data of one or more that an office could well send. */
export type ExamplesOf<S extends Schemas> = { readonly [T in keyof S & string]: readonly z.input<S[T]>[] };

/** `{type, data}` for each entry of an event map. */
export type EventOf<M> = { [T in keyof M & string]: { type: T; data: M[T] } }[keyof M & string];

/** What is needed of an aggregate to fold one of its streams. */
export interface StreamKind {
  name: string;
  initial: unknown;
  evolve(state: unknown, event: { type: string; data: unknown }): unknown;
}

export interface Aggregate<
  State,
  Command extends { type: string; data: unknown } = { type: string; data: unknown },
  Event extends { type: string; data: unknown } = { type: string; data: unknown },
> {
  /** Also the prefix of its streams: `case-…`. */
  name: string;
  /** Chinese name, for the catalogue. */
  chinese: string;
  commands: Schemas;
  examples: Readonly<Record<Command['type'], readonly unknown[]>>;
  /** The command that begins a stream. */
  begunBy: Command['type'];
  /** `once`: the beginning command comes once per stream; `again`: it may come on an existing stream too. */
  begins: 'once' | 'again';
  /** Stored version of each event type: stored names are law, a change of shape is a new version and an upcaster. */
  versions: Readonly<Record<Event['type'], number>>;
  /** Commands that only Huiyin's own services give: they have no route. */
  system: readonly Command['type'][];
  /** Fields of other commands that only these services fill in, from the record: no form has them. */
  ownFields?: Readonly<Partial<Record<Command['type'], readonly string[]>>>;
  /** Where there is one stream only about what the command names: its id; undefined where any will do. */
  idFor?(command: Command): string | undefined;
  initial: State;
  decide(command: Command & Issued, state: State, context: DecisionContext): Decision<Event>;
  /** Offices that have something in the stream: `ReplaceOffice` passes it to whoever took over from them. */
  having?(state: State): readonly string[];
  /** Ids of other streams that the decision looks at. */
  refersTo?(command: Command, state: () => State): readonly string[];
  /** Of which kind these are; its own by default. */
  othersAre?: StreamKind;
  /** Streams of any kind, by their whole names, of which only what is owed in them matters. */
  owedIn?(command: Command, state: () => State): readonly string[];
  evolve(state: State, event: Event): State;
}

export const streamOf = (aggregate: { name: string }, id: string): string => `${aggregate.name}-${id}`;
