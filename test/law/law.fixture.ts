import { aggregates, contextOf, EVERY_OFFICE, type AnyAggregate, type Offices } from '@huiyin/domain';
import { bundledRules, duties, type Duty, type Fact, type RuleBook } from '@huiyin/policy';
import { beijing, by, fact } from '@huiyin/policy/facts.fixture';
import { decide } from '@huiyin/testing/decision';

/* A case as the articles speak of it: what happened, by Beijing's clock, and what is owed until when. */

export const registered = (at: string, pack: string, more: object = {}): Fact =>
  fact('CaseRegistered', at, {
    pack,
    receiver: 'petitions',
    reachable: true,
    kind: 'individual',
    claims: [{ id: 'c1', kind: 'claim', summary: '修复管道' }],
    ...more,
  });
export const sorted = (at: string, procedure = 'ordinary'): Fact =>
  by('CaseSorted', at, 'petitions', { routes: [{ claim: 'c1', route: 'residual' }], procedure });
export const sent = (at: string, more: object = {}): Fact =>
  by('CaseSent', at, 'petitions', { to: 'housing', mode: 'refer', reachable: true, ...more });
export const acknowledged = (at: string): Fact => by('CaseAcknowledged', at, 'housing', { how: 'written' });
export const accepted = (at: string, procedure = 'ordinary'): Fact =>
  by('CaseAccepted', at, 'housing', { procedure });
export const extended = (at: string, days: number): Fact =>
  by('AnswerExtended', at, 'housing', { days, approvedBy: '局长', reasons: '招标' });
export const outcomes = [{ claim: 'c1', outcome: 'explained', text: '无依据' }];
export const answered = (at: string): Fact =>
  by('CaseAnswered', at, 'housing', { outcomes, basis: '《条例》' });

const dutyOf = (rule: string, history: readonly Fact[], rules: RuleBook): Duty | undefined =>
  duties(history, rules).find((duty) => duty.rule === rule);

/** `office until 2026-03-17 23:59, open`; undefined where the duty is not owed. */
export function owed(rule: string, history: readonly Fact[], rules = bundledRules): string | undefined {
  const duty = dutyOf(rule, history, rules);
  return duty && `${duty.owner} until ${beijing(duty.dueAt)}, ${duty.status}`;
}

/** The article or local setting that the pack names for a duty. */
export const sourceOf = (pack: string, rule: string): string =>
  bundledRules.pack(pack).duties.find(({ id }) => id === rule)!.source.zh;

interface Around {
  aggregate?: AnyAggregate;
  offices?: Offices;
  actor?: string;
  office?: string;
  others?: Readonly<Record<string, unknown>>;
  rules?: RuleBook;
  /** Of cases that the command refers to. */
  histories?: Readonly<Record<string, readonly Fact[]>>;
}

export const stateAfter = (history: readonly Fact[]): unknown =>
  history.reduce<unknown>(
    (folded, event) => aggregates.cases.evolve(folded, event),
    aggregates.cases.initial,
  );

/** Gives a command after a history, by the real decider: its events, or the code of its refusal with the article. */
export function give(
  history: readonly Fact[],
  at: string,
  type: string,
  data: object = {},
  around: Around = {},
) {
  const decision = decided(history, at, type, data, around);
  return decision.ok ? decision.events.map((event) => event.type) : decision.refusal.code;
}

/** The same, with all that the decision says. */
export function decided(
  history: readonly Fact[],
  at: string,
  type: string,
  data: object = {},
  {
    aggregate: cases = aggregates.cases,
    offices = EVERY_OFFICE,
    others = {},
    rules = bundledRules,
    histories = {},
    ...who
  }: Around = {},
) {
  const stored = history.map((one, revision) => ({ ...one, revision }));
  const state = stored.reduce<unknown>((folded, event) => cases.evolve(folded, event), cases.initial);
  const now = fact('', at).occurredAt;
  const issued = { id: '0196a0c1-5d00-7000-8000-000000000001', now, occurredAt: now, actor: 'clerk', ...who };
  const context = contextOf(
    stored,
    rules,
    offices,
    (id) => others[id] ?? (id in histories ? stateAfter(histories[id]!) : undefined),
    (id) => histories[id] ?? [],
  );
  return decide(cases, { type, data }, issued, state, context);
}
