import { backtest, totalOf, windowOf, type Logged } from '@huiyin/backtest';
import { bundledRules, type PolicyPack } from '@huiyin/policy';
import { cityYear } from './shared/city-year';
import { median } from './shared/stats';
import { printTable } from './shared/table';

const CASES = 200_000;
/** Case histories that are made up; they are then read again under other names until there are enough. */
const MADE_UP_cases = 10_000;
const EVENTS_PER_CASE = 10;
const ROUNDS = 3;
const ANSWER_days = 30;

/**
 * Streams the histories of so many cases through both sets of rules, against a loop that only looks at each event. The
 * pack tried changes one rule; then one that dates every duty in another way, so that the two have nothing in common.
 */
export async function run([
  cases = String(CASES),
  rounds = String(ROUNDS),
]: readonly string[]): Promise<void> {
  const histories = cityYear(MADE_UP_cases * EVENTS_PER_CASE) as unknown as Logged[];
  const made = histories.filter(({ type }) => type === 'CaseRegistered').length;
  const repeats = Math.ceil(Number(cases) / made);
  const [loops, tests, others]: [number[], number[], number[]] = [[], [], []];
  // Of the first backtest: later ones find the leavings of those before them.
  let memory_KiB: number | undefined;
  for (let round = 0; round < Number(rounds); round += 1) {
    loops.push(rateOf(repeats * made, () => loopOver(histories, repeats)));
    tests.push(rateOf(repeats * made, () => backtestOf(histories, repeats, answerSooner)));
    memory_KiB ??= process.resourceUsage().maxRSS;
    others.push(rateOf(repeats * made, () => backtestOf(histories, repeats, countFirstDay)));
  }
  const [loop, rate, other] = [median(loops), median(tests), median(others)];
  printTable(`backtest: ${repeats * made} case histories, one core, median of ${rounds} rounds`, [
    { variant: 'look at each event', 'cases/s': loop, ratio: 1 },
    { variant: 'backtest under another pack', 'cases/s': rate, ratio: rate / loop },
    { variant: 'backtest, no rule in common', 'cases/s': other, ratio: other / loop },
  ]);
  console.log(`highest resident memory of one backtest: ${Math.round(memory_KiB! / 1024)} MiB`);
  await Promise.resolve();
}

function rateOf(cases: number, work: () => void): number {
  const start_ms = performance.now();
  work();
  return (cases / (performance.now() - start_ms)) * 1_000;
}

/** The same histories, each time of other cases and with other event ids. */
function* stream(histories: readonly Logged[], repeats: number): Generator<Logged> {
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const event of histories)
      yield { ...event, id: `${event.id}-${repeat}`, stream: `${event.stream}-${repeat}` };
}

function loopOver(histories: readonly Logged[], repeats: number): void {
  let length = 0;
  for (const { stream: name } of stream(histories, repeats)) length += name.length;
  if (length === 0) throw new Error('no event was read');
}

function backtestOf(
  histories: readonly Logged[],
  repeats: number,
  change: (pack: PolicyPack) => PolicyPack,
): void {
  const pack = change(bundledRules.pack('xinfang-2022'));
  const window = windowOf('2025-03-01', '2026-02-28', pack.timeZone);
  const test = backtest({ rules: bundledRules, pack, insteadOf: pack.id, window });
  for (const event of stream(histories, repeats)) test.take(event);
  const total = totalOf(test.finish().offices);
  if (total.would.breached <= total.was.breached)
    throw new Error('a shorter period must be missed more often');
}

/** Half the time for an answer. */
function answerSooner(pack: PolicyPack): PolicyPack {
  const duties = pack.duties.map((rule) =>
    rule.id === 'answer' ? { ...rule, period: { unit: 'days' as const, amount: ANSWER_days } } : rule,
  );
  return { ...pack, version: pack.version + 1, duties };
}

/** A day less for everything that is counted in days. */
const countFirstDay = (pack: PolicyPack): PolicyPack => ({
  ...pack,
  version: pack.version + 1,
  firstDay: 'included',
});
