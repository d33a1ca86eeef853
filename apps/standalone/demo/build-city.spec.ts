import { DAY_ms, isSealed, ManualClock } from '@huiyin/kernel';
import { createBench, type Bench } from '../../escalation/escalation.fixture';
import { buildDemoCity, type DemoCity } from './build-city';

const FROM = '2025-01-06T00:00:00.000Z';

interface Built {
  city: DemoCity;
  streams: Record<string, unknown[]>;
  types: Record<string, number>;
  progress: [number, number][];
}

async function build(seed: number, cases: number, days = 365, until = days): Promise<Built> {
  const bench = await createBench(new ManualClock(FROM));
  const setUp = await bench.store.head();
  const life = { seed, cases, days, setUp };
  try {
    if (until < days) await live(bench, { ...life, until }).catch(() => undefined);
    return await live(bench, { ...life, until: days });
  } finally {
    await bench.close();
  }
}

interface Life {
  seed: number;
  cases: number;
  days: number;
  /** Position after which the city's own events come. */
  setUp: number;
  /** Day after which it is cut short. */
  until: number;
}

async function live(bench: Bench, { seed, cases, days, setUp, until }: Life): Promise<Built> {
  const { store, clock, execute } = bench;
  const process = bench.start();
  const progress: [number, number][] = [];
  const from_ms = Date.parse(FROM);
  const settle = async (): Promise<void> => {
    do await process.caughtUp();
    while ((await process.escalation.fireDue()) > 0);
  };
  const city = await buildDemoCity({
    store,
    execute,
    clock,
    settle,
    seed,
    cases,
    from_ms,
    to_ms: from_ms + days * DAY_ms,
    progress(done, of) {
      progress.push([done, of]);
      if (done > until) throw new Error('cut short');
    },
  }).finally(() => process.escalation.stop());
  const events = await store.readAll({ after: setUp, limit: 100_000 });
  const streams: Record<string, unknown[]> = {};
  const types: Record<string, number> = {};
  for (const { stream, type, data, occurredAt } of events) {
    (streams[stream] ??= []).push({ type, data: withoutSealed(data), occurredAt });
    types[type] = (types[type] ?? 0) + 1;
  }
  return { city, streams, types, progress };
}

/** A fingerprint is of a document that cites positions. */
const OF_THE_ORDER = new Set(['position', 'upTo', 'sha256']);
/** A link is named by the position that it begins with: `owner@14`. */
const LINK = /@\d+/g;

function withoutSealed(value: unknown): unknown {
  if (isSealed(value)) return 'sealed';
  if (Array.isArray(value)) return value.map(withoutSealed);
  if (typeof value === 'string') return value.replace(LINK, '@');
  if (typeof value !== 'object' || value === null) return value;
  // Evidence cites positions, and streams that run beside each other share the log in any order.
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, OF_THE_ORDER.has(name) ? 0 : withoutSealed(part)]),
  );
}

test('the same seed lives through the same year, another seed through another', async () => {
  const [one, same, other] = [await build(1, 30), await build(1, 30), await build(2, 30)];
  expect(same.streams).toEqual(one.streams);
  expect(Object.keys(other.streams)).not.toEqual(Object.keys(one.streams));
});

test('in a year there are breaches, supervisions, reviews that end either way, and standings', async () => {
  const { city, streams, types, progress } = await build(12_345, 250);
  expect(types['CaseRegistered']).toBe(250);
  for (const type of [
    'OfficeReminded',
    'DutyBreached',
    'SupervisionOrdered',
    'ReviewOpened',
    'FaultCounted',
    'RungReached',
    'CaseClosed',
    // What the other panels show.
    'InstructionGiven',
    'SiteVisitReported',
    'SupervisionListed',
    'UrgencyFound',
    'ReportAcknowledged',
    'AdviceGiven',
    'AdviceAdopted',
    'PracticeNoted',
    'AwardGranted',
    'TargetsSigned',
    'DriveOpened',
  ]) {
    expect({ type, some: (types[type] ?? 0) > 0 }).toEqual({ type, some: true });
  }
  const findings = Object.values(streams)
    .flat()
    .flatMap((event) => {
      const { type, data } = event as { type: string; data: { finding?: { outcome: string } } };
      return type === 'FindingConfirmed' ? [data.finding!.outcome] : [];
    });
  expect(new Set(findings)).toEqual(new Set(['fault', 'no-fault']));
  const faults = findings.filter((outcome) => outcome === 'fault').length;
  const { FindingUpheld: upheld = 0, FindingDisputed: disputed = 0 } = types;
  expect(disputed).toBeGreaterThan(0);
  expect([types['FaultCounted'], types['FaultSetAside']]).toEqual([faults + upheld, disputed]);
  expect(city.refused).toBeLessThan(city.steps / 20);
  expect(progress.at(-1)).toEqual([365, 365]);
});

test('a year that was cut short is lived to the same end', async () => {
  const [whole, resumed] = [await build(3, 40), await build(3, 40, 365, 200)];
  expect(resumed.streams).toEqual(whole.streams);
});
