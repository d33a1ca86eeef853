import { EVERY_OFFICE, aggregates, contextOf, streamOf } from '@huiyin/domain';
import { deterministicId, HOUR_ms } from '@huiyin/kernel';
import { bundledRules, duties, refOf, type Fact, type RuleBook } from '@huiyin/policy';
import { parseArgs } from 'node:util';
import { compareSizes } from './shared/compare-sizes';
import { readHistories } from './shared/read-rounds';
import { quantile } from './shared/stats';
import { printTable, type Row } from './shared/table';

const EVENTS = 500;
const ROUNDS = 2_000;
const WARM_UP = 200;
const START_ms = Date.parse('2026-01-05T01:00:00.000Z');
const LIMIT_ms = 5;

const cases = aggregates.cases;
const offices = EVERY_OFFICE;

type Told = readonly [type: string, data: object];

/** Received once; then sent, handled, answered, closed and opened again until the history is long enough. */
const BEGIN: Told = [
  'CaseRegistered',
  {
    pack: 'xinfang-2022@2',
    channel: 'letter',
    category: 'housing',
    title: '供暖管道漏水',
    place: '南湖街道',
    claims: [{ id: 'c1', kind: 'claim', summary: '修复管道' }],
    kind: 'individual',
    persons: 1,
    representatives: 1,
    reachable: true,
    receiver: 'petitions',
    receivedAt: new Date(START_ms).toISOString(),
  },
];
const HANDLED: readonly Told[] = [
  ['CaseSorted', { by: 'petitions', routes: [{ claim: 'c1', route: 'residual' }], procedure: 'ordinary' }],
  ['CaseSent', { by: 'petitions', to: 'housing', mode: 'assign', reachable: true, resultWithin_days: 45 }],
  ['CaseAcknowledged', { by: 'housing', how: 'written' }],
  ['CaseAccepted', { by: 'housing', procedure: 'ordinary' }],
];
const ENDED: readonly Told[] = [
  ['AnswerExtended', { by: 'housing', days: 15, approvedBy: '局长', reasons: '招标' }],
  ['ExtensionTold', { by: 'housing', how: 'phone' }],
  [
    'CaseAnswered',
    { by: 'housing', outcomes: [{ claim: 'c1', outcome: 'supported', text: '已修复' }], basis: '《条例》' },
  ],
  ['ClosingReported', { by: 'housing', text: '已办结' }],
  ['CaseClosed', { by: 'housing' }],
  ['CaseReopened', { by: 'petitions', reasons: '再次漏水' }],
];

/** So many events, an hour apart, ending with an acceptance: an answer is owed, and may be extended. */
function historyOf(length: number): Fact[] {
  const told: Told[] = [BEGIN, ...HANDLED];
  while (told.length + ENDED.length + HANDLED.length <= length) told.push(...ENDED, ...HANDLED);
  const reminded = { dutyId: 'answer', rule: 'answer', office: 'housing', dueAt: '2026-03-01T00:00:00.000Z' };
  while (told.length < length) told.push(['OfficeReminded', reminded]);
  return told.map(([type, data], revision) => ({
    id: deterministicId('bench', revision),
    type,
    data,
    revision,
    occurredAt: new Date(START_ms + revision * HOUR_ms).toISOString(),
    meta: { policy: 'xinfang-2022@2', calendar: refOf(bundledRules.calendar('cn')) },
  }));
}

function fold(history: readonly Fact[]): unknown {
  return history.reduce<unknown>(
    (state, { type, data }) => cases.evolve(state, { type, data }),
    cases.initial,
  );
}

/** What a command costs on a history that has been read: the state, the duties that the decision asks for, the decision. */
function decide(history: readonly Fact[]): void {
  const now = new Date(START_ms + history.length * HOUR_ms).toISOString();
  const context = contextOf(history, bundledRules, offices);
  const decision = cases.decide(
    {
      id: streamOf(cases, '1'),
      type: 'ExtendAnswer',
      data: { days: 15, approvedBy: '局长', reasons: '招标' },
      now,
      occurredAt: now,
      actor: 'clerk',
    } as Parameters<typeof cases.decide>[0],
    fold(history),
    context,
  );
  if (!decision.ok || decision.events.length === 0) throw new Error(JSON.stringify(decision));
}

function measure(what: string, once: () => unknown): Row & { p50_ms: number; p99_ms: number } {
  for (let round = 0; round < WARM_UP; round += 1) once();
  const times_ms = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    once();
    return performance.now() - began;
  });
  return { what, p50_ms: quantile(times_ms, 0.5), p99_ms: quantile(times_ms, 0.99) };
}

/**
 * Decides on a case of 500 events, with the duties of the full rules, beside the fold of the same events alone;
 * `--events N`: reads a case and computes its duties, on a large log against a small one.
 */
export async function run(args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { events: { type: 'string' } } });
  if (values.events === undefined) return decideOnLongCase();
  await compareSizes(Number(values.events), { 'decide: a case read, its duties computed': deciding });
}

/** Reads cases from all over a log and computes their duties. */
export const deciding = readHistories((history) => duties(history, newest));

/** A made-up log names the versions that its samples were written under. */
const newest: RuleBook = {
  pack: (ref) => bundledRules.pack(ref.split('@')[0]!),
  packs: () => bundledRules.packs(),
  calendar: (ref) => bundledRules.calendar(ref.split('@')[0]!),
};

function decideOnLongCase(): void {
  const history = historyOf(EVENTS);
  const folded = measure('fold alone', () => fold(history));
  const decided = measure('decide, with its duties', () => decide(history));
  printTable(`decide: a case of ${EVENTS} events, ${ROUNDS} times`, [folded, decided]);
  const ratio = (decided.p50_ms / folded.p50_ms).toFixed(1);
  console.log(
    `\nratio to the fold alone: ${ratio}; median ${decided.p50_ms < LIMIT_ms ? 'under' : 'OVER'} ${LIMIT_ms} ms`,
  );
  if (decided.p50_ms >= LIMIT_ms) process.exitCode = 1;
}
