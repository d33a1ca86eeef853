import { addDays, createRandom } from '@huiyin/kernel';
import { bundledRules, due, duties, refOf, type Fact, type PolicyPack } from '@huiyin/policy';
import { backtest, backtestCsv, missedCsv, totalOf, windowOf, type Course, type Logged, type Side } from '.';

const CASE = '0198f3a0-0000-7000-8000-000000000001';
const pack = bundledRules.pack('xinfang-2022');
const window = windowOf('2026-01-01', '2026-12-31', pack.timeZone);

let number = 0;
const event = (type: string, date: string, data: object, stream = `case-${CASE}`): Logged => ({
  id: `0198f3a0-0000-7000-8000-${String((number += 1)).padStart(12, '0')}`,
  stream,
  type,
  occurredAt: `${date}T02:00:00.000Z`,
  data,
  meta: {},
});

const registered = (date: string) =>
  event('CaseRegistered', date, {
    pack: refOf(pack),
    channel: 'letter',
    claims: [{ id: 'c1', kind: 'claim', summary: 's' }],
    reachable: true,
    receiver: 'petitions',
    receivedAt: `${date}T02:00:00.000Z`,
  });
/** Sent to housing, accepted, and answered so many days later. */
const answeredAfter = (days: number): Logged[] => [
  registered('2026-02-02'),
  event('CaseSorted', '2026-02-03', {
    by: 'petitions',
    routes: [{ claim: 'c1', route: 'residual' }],
    procedure: 'ordinary',
  }),
  event('CaseSent', '2026-02-03', { by: 'petitions', to: 'housing', mode: 'refer', reachable: true }),
  event('CaseAcknowledged', '2026-02-04', { by: 'housing', how: 'written' }),
  event('CaseAccepted', '2026-02-05', { by: 'housing', procedure: 'ordinary' }),
  event('CaseAnswered', addDays('2026-02-05', days), { by: 'housing', outcomes: [], basis: 'b' }),
  event('CaseClosed', addDays('2026-02-05', days), { by: 'housing' }),
];

/** The same pack with another period for the answer. */
const answerWithin = (days: number): PolicyPack => ({
  ...pack,
  version: pack.version + 1,
  duties: pack.duties.map((rule) =>
    rule.id === 'answer' ? { ...rule, period: { unit: 'days', amount: days } } : rule,
  ),
});

function run(tried: PolicyPack, events: readonly Logged[]) {
  const missed: [Side, Course][] = [];
  const test = backtest({
    rules: bundledRules,
    pack: tried,
    insteadOf: 'xinfang-2022',
    window,
    onMissed: (side, course) => missed.push([side, course]),
  });
  for (const one of events) test.take(one);
  return { result: test.finish(), missed };
}

test('an answer of 50 days, in time today, would be late under 30 days, and the record alone would show why', () => {
  const { result, missed } = run(answerWithin(30), answeredAfter(50));
  const housing = new Map(result.offices).get('housing')!;
  expect(housing.was).toMatchObject({ breached: 0, faults: 0 });
  expect(housing.would.breached).toBe(1);
  expect(housing.was.due).toBe(housing.would.due);
  expect(missed).toMatchObject([
    ['would', { caseId: CASE, rule: 'answer', office: 'housing', dueAt: '2026-03-09T15:59:59.999Z' }],
  ]);
});

test('what was, is what the log recorded: breach, order, review, confirmed fault and rung', () => {
  const about = { caseId: CASE, office: 'housing', pack: refOf(pack) };
  const { result, missed } = run(answerWithin(60), [
    ...answeredAfter(20),
    event('DutyBreached', '2026-03-01', {
      ...about,
      dutyId: 'd',
      rule: 'answer',
      overseer: 'petitions',
      dueAt: 'x',
    }),
    event('SupervisionOrdered', '2026-03-02', about, 'supervision-1'),
    event('ReviewOpened', '2026-03-03', about, 'review-1'),
    event('FaultCounted', '2026-03-04', about, 'standing-housing'),
    event('RungReached', '2026-03-04', { ...about, rung: 'talk' }, 'standing-housing'),
  ]);
  const { was, would } = new Map(result.offices).get('housing')!;
  expect(was).toMatchObject({ breached: 1, supervised: 1, reviewed: 1, faults: 1, rungs: 1 });
  expect(would).toMatchObject({ breached: 0, supervised: 0, reviewed: 0, faults: 0, rungs: 0 });
  expect(missed.map(([side]) => side)).toEqual(['was']);
});

test('a case that stays unanswered would be supervised, reviewed and found silent, and its office reach a rung', () => {
  const silent = answeredAfter(0).slice(0, -2);
  const { result } = run(pack, silent);
  const { would } = new Map(result.offices).get('housing')!;
  expect(would).toMatchObject({ breached: 1, supervised: 1, reviewed: 1, faults: 1, rungs: 1 });
});

test('the same pack asks at each instant what the running system would have asked', () => {
  const events = answeredAfter(90);
  const { result } = run(pack, events);
  const asked = new Set<string>();
  const next = (date: string) => `${date}T00:00:00.000Z`;
  for (let day = '2026-01-01'; day < '2026-12-31'; day = addDays(day, 1)) {
    const known = events.filter(({ occurredAt }) => occurredAt <= next(day));
    const owed = duties(known as Fact[], bundledRules);
    for (const { commandId, do: what } of due(owed, next(day)))
      if (what === 'supervise') asked.add(commandId);
  }
  expect(totalOf(result.offices).would.supervised).toBe(asked.size);
});

test('cases under another pack, and what falls outside the days, are left out', () => {
  const [first, ...rest] = answeredAfter(50);
  const other = { ...first!, data: { ...(first!.data as object), pack: 'hotline-12345@1' } };
  expect(run(answerWithin(30), [other, ...rest]).result).toEqual({ cases: 0, offices: [] });
  const early = JSON.parse(JSON.stringify(answeredAfter(50)).replaceAll('2026-', '2024-')) as Logged[];
  expect(totalOf(run(answerWithin(30), early).result.offices).would).toMatchObject({ due: 0, breached: 0 });
});

test('the order in which streams are read changes nothing', () => {
  const random = createRandom(7);
  const cases = Array.from({ length: 20 }, (_, index) =>
    answeredAfter(20 + index * 3).map((one) => ({ ...one, stream: `case-${index}` })),
  );
  const mixed: Logged[] = [];
  const left = cases.map((one) => [...one]);
  while (left.some((one) => one.length > 0)) {
    const one = left[Math.floor(random.next() * left.length)]!;
    if (one.length > 0) mixed.push(one.shift()!);
  }
  const straight = run(answerWithin(30), cases.flat()).result;
  expect(run(answerWithin(30), mixed).result).toEqual(straight);
});

const withThreshold = (id: string, atLeast: number): PolicyPack => ({
  ...pack,
  version: pack.version + 1,
  supervision: {
    ...pack.supervision!,
    triggers: pack.supervision!.triggers.map((one) => (one.id === id ? { ...one, atLeast } : one)),
  },
});
const supervised = (tried: PolicyPack, events: readonly Logged[]) =>
  run(tried, events).result.offices.flatMap(([office, { was, would }]) =>
    was.supervised + would.supervised > 0 ? [`${office} ${was.supervised} ${would.supervised}`] : [],
  );

describe('thresholds are those of the pack that is tried', () => {
  const repeat = (repeats: number) =>
    event('RepeatCounted', `2026-02-1${repeats}`, { by: 'petitions', repeats, signatories: 1 });
  const upTo = (type: string) => {
    const all = answeredAfter(20);
    return all.slice(0, all.findIndex((one) => one.type === type) + 1);
  };
  const sent = upTo('CaseSent');

  test.each([
    [2, 'housing 0 1'],
    [1, 'housing 0 2'],
    [3, undefined],
  ])('repeats of the matter, ordered at %i', (atLeast, expected) =>
    expect(
      supervised(withThreshold('matter-repeated', atLeast), [...answeredAfter(20), repeat(1), repeat(2)]),
    ).toEqual(expected === undefined ? [] : [expected]),
  );

  test('signatories, as soon as an office handles the case', () => {
    const [first, ...rest] = sent;
    const joint = { ...first!, data: { ...(first!.data as object), kind: 'joint', persons: 4 } };
    const given = [joint, ...rest, ...answeredAfter(20).slice(3)];
    expect(supervised(pack, given)).toEqual([]);
    expect(supervised(withThreshold('many-signatories', 4), given)).toEqual(['housing 0 1']);
    const waiting = supervised(withThreshold('many-signatories', 4), [joint, rest[0]!]);
    expect(waiting.filter((line) => line.startsWith('housing'))).toEqual([]);
  });

  test('passing on, by the office that gave the case back', () => {
    const back = (day: string) => [
      event('CaseObjected', day, { by: 'housing', reasons: 'r' }),
      event('ObjectionUpheld', day, { by: 'petitions', from: 'housing' }),
    ];
    const again = event('CaseSent', '2026-02-06', {
      by: 'petitions',
      to: 'housing',
      mode: 'refer',
      reachable: true,
    });
    const given = [...sent, ...back('2026-02-04'), again, ...back('2026-02-07')];
    const mine = (tried: PolicyPack) => supervised(tried, given).filter((line) => line.startsWith('housing'));
    expect(mine(pack)).toEqual([]);
    expect(mine(withThreshold('third-pass', 2))).toEqual(['housing 0 1']);
  });

  test('advice that is refused, on a case of the comparison', () => {
    const between = {
      office: 'housing',
      adviser: 'petitions',
      pack: refOf(pack),
      grounds: [{ caseId: CASE }],
    };
    const advice = [
      event('AdviceGiven', '2026-03-01', between, 'advice-1'),
      event('AdviceRefused', '2026-03-05', { ...between, explained: true }, 'advice-1'),
    ];
    expect(supervised(pack, [...answeredAfter(20), ...advice])).toEqual(['housing 0 1']);
    expect(supervised(pack, advice)).toEqual([]);
  });

  test('what was ordered is what the log recorded, whatever the tried pack says', () => {
    const order = event(
      'SupervisionOrdered',
      '2026-02-13',
      { caseId: CASE, office: 'housing' },
      'supervision-1',
    );
    const given = [...answeredAfter(20), repeat(1), repeat(2), repeat(3), order];
    expect(supervised(pack, given)).toEqual(['housing 1 1']);
    expect(supervised(withThreshold('matter-repeated', 4), given)).toEqual(['housing 1 0']);
  });
});

describe('a finding counts where it stands', () => {
  const silent = answeredAfter(0).slice(0, -2);
  const [, , , , accepted] = silent;
  const dutyId = `answer:${accepted!.id}`;
  const about = { caseId: CASE, office: 'housing', pack: refOf(pack) };
  const fault = { outcome: 'fault', kind: 'silent', gravity: 'ordinary', reasons: 'r' };
  const none = { outcome: 'no-fault', reasons: 'r' };
  const opened = event('ReviewOpened', '2026-04-20', { ...about, dutyId }, 'review-1');
  const on = (type: string, date: string, data: object) => event(type, date, data, 'review-1');
  const confirmed = on('FindingConfirmed', '2026-05-01', { ...about, finding: fault });
  const counted = event('FaultCounted', '2026-05-01', { ...about, reviewId: '1' }, 'standing-housing');
  const rung = event('RungReached', '2026-05-01', { ...about, rung: 'talk' }, 'standing-housing');
  const disputed = on('FindingDisputed', '2026-05-05', about);
  const aside = event('FaultSetAside', '2026-05-05', { ...about, reviewId: '1' }, 'standing-housing');
  const withdrawn = event(
    'RungWithdrawn',
    '2026-05-05',
    { office: 'housing', rung: 'talk', withdrawn: ['talk'] },
    'standing-housing',
  );
  const counts = (...events: Logged[]) => {
    const { was, would } = new Map(run(pack, [...silent, ...events]).result.offices).get('housing')!;
    return [was.faults, was.rungs, would.faults, would.rungs];
  };
  const standing = [opened, confirmed, counted, rung];
  const gone = [...standing, disputed, aside, withdrawn];

  test('confirmed: on both sides', () => expect(counts(...standing)).toEqual([1, 1, 1, 1]));
  test('not held: as the record alone shows', () => expect(counts()).toEqual([0, 0, 1, 1]));
  test('disputed, and not decided yet: on neither', () => expect(counts(...gone)).toEqual([0, 0, 0, 0]));
  test('set aside for good: on neither', () =>
    expect(counts(...gone, on('FindingRevised', '2026-05-20', { ...about, finding: none }))).toEqual([
      0, 0, 0, 0,
    ]));
  test('upheld: on both sides again', () =>
    expect(
      counts(...gone, on('FindingUpheld', '2026-05-20', { ...about, finding: fault }), counted, rung),
    ).toEqual([1, 1, 1, 1]));
  test('no fault, as the reviewing office found: on neither', () =>
    expect(counts(opened, on('FindingConfirmed', '2026-05-01', { ...about, finding: none }))).toEqual([
      0, 0, 0, 0,
    ]));
  test('on a link, another office’s: it changes nothing here', () =>
    expect(
      counts(...standing, on('LinkFound', '2026-05-02', { ...about, link: 'owner@3', finding: none })),
    ).toEqual([1, 1, 1, 1]));
});

test('CSV keeps to RFC 4180 and is no formula', () => {
  const { result, missed } = run(answerWithin(30), answeredAfter(50));
  const [head, ...lines] = backtestCsv(result.offices).trimEnd().split('\r\n');
  expect(head).toBe(
    'office,due_was,due_would,breached_was,breached_would,supervised_was,supervised_would,reviewed_was,reviewed_would,faults_was,faults_would,rungs_was,rungs_would',
  );
  expect(lines).toHaveLength(result.offices.length);
  const course = { ...missed[0]![1], office: '=cmd,"x"' };
  expect(missedCsv('would', course)).toContain(`"'=cmd,""x"""`);
});
