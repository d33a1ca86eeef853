import { bundledPacks, ladders, withLadder, type Post } from '@huiyin/policy';
import type { StoredEvent } from '@huiyin/event-store';
import { randomUUID } from 'node:crypto';
import { createBench, type Bench, type Process } from './escalation.fixture';

/* Cases from practice, lived through by commands alone: reviews, the escalation service, the ladder, the award. */

const BY = 'petitions';
const ABOVE = 'government';

let bench: Bench;
let escalation: Process;
beforeEach(async () => {
  bench = await createBench();
  escalation = bench.start();
});
afterEach(() => bench.close());

async function adopt(ladderId: string): Promise<void> {
  const pack = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;
  const ladder = ladders.find(({ id }) => id === ladderId)!;
  await bench.give('policies', pack.id, 'AdoptPolicy', { pack: withLadder(pack, ladder) });
}

const petition = {
  channel: 'visit',
  category: 'water',
  title: '停水',
  place: '南湖街道',
  claims: [{ summary: '停水' }],
  petitioner: { name: '张三', phone: '19990000000' },
  receiver: BY,
};

/** A review of one missed duty, decided as its reviewer decides; then whatever escalation makes of it. */
async function review(day: number, office: string, finding: object): Promise<void> {
  const [id, caseId] = [randomUUID(), randomUUID()];
  const about = { pack: 'xinfang-2022', caseId, office, by: BY, reasons: '逾期未答复' };
  await bench.give('cases', caseId, 'RegisterCase', petition);
  await bench.give('reviews', id, 'OpenReview', about, BY);
  await bench.give('reviews', id, 'StateSide', { text: '人手不足' }, office);
  await bench.give('reviews', id, 'ConfirmFinding', { finding }, BY);
  await bench.toDay(day, escalation);
}
const FAULT = { outcome: 'fault', kind: 'silent', gravity: 'ordinary', reasons: '逾期未答复' };
const NO_FAULT = { outcome: 'no-fault', reasons: '该单位当时并未承办' };

const standing = (office: string): Promise<readonly StoredEvent[]> =>
  bench.store.readStream(`standing-${office}`);
const typesOf = async (office: string): Promise<string[]> =>
  (await standing(office)).map(({ type }) => type).filter((type) => type !== 'OfficeReminded');
const holdTalk = (office: string, rung: string, present: readonly Post[]) =>
  bench.give('standings', office, 'HoldTalk', { rung, present, record: '约谈记录' }, ABOVE);
const grant = (office: string, year: number) =>
  bench.give(
    'standings',
    office,
    'GrantAward',
    { name: '信访工作先进单位', year, reasons: '按期答复' },
    ABOVE,
  );

test('talked to twice: no award that year, the one given in spring goes, the next year is open again', async () => {
  await adopt('no-award');
  await grant('housing', 2026);
  const parties = ['party-secretary', 'office-head'] as const;
  await review(1, 'housing', FAULT);
  await bench.give(
    'standings',
    'housing',
    'TakeMeasure',
    { rung: 'circular', measure: 'circular', text: '已通报' },
    ABOVE,
  );
  await review(20, 'housing', FAULT);
  await holdTalk('housing', 'talk', parties);
  await review(40, 'housing', NO_FAULT);
  await review(60, 'housing', FAULT);
  await holdTalk('housing', 'second-talk', parties);
  expect((await standing('housing')).slice(-3).map(({ type, data }) => [type, data])).toMatchObject([
    ['TalkHeld', { year: 2026 }],
    ['AwardForfeited', { year: 2026, talks: 2 }],
    ['AwardRevoked', { award: 'a1', forfeited: true }],
  ]);
  await bench.toDay(160, escalation);
  await bench.give('standings', 'housing', 'StepDown', { reasons: '整改到位' }, ABOVE);
  await expect(grant('housing', 2026)).rejects.toThrow(/award-forfeited.*2026-12-31/);
  await grant('housing', 2027);
});

test('a county on its third confirmed fault goes under key management, and back after rectification', async () => {
  await adopt('secretaries');
  await review(1, 'water', FAULT);
  await holdTalk('water', 'deputy-secretary-talk', ['deputy-party-secretary', 'county-head']);
  await review(30, 'water', NO_FAULT);
  await review(60, 'water', FAULT);
  await holdTalk('water', 'secretary-talk', ['party-secretary', 'county-head']);
  expect(await typesOf('water')).not.toContain('KeyManagementEntered');
  await review(90, 'water', FAULT);
  expect((await typesOf('water')).slice(-4)).toEqual([
    'RungReached',
    'MeasureOrdered',
    'RectificationOrdered',
    'KeyManagementEntered',
  ]);
  await expect(grant('water', 2026)).rejects.toThrow(/award-on-a-rung.*key-management/);

  const rung = 'key-management';
  await bench.give(
    'standings',
    'water',
    'TakeMeasure',
    { rung, measure: 'organisational-handling', text: '已移送' },
    ABOVE,
  );
  await bench.toDay(140, escalation);
  const stepDown = () => bench.give('standings', 'water', 'StepDown', { reasons: '整改到位' }, ABOVE);
  await expect(stepDown()).rejects.toThrow('order-open');
  await bench.give('standings', 'water', 'ReportRectification', { rung, text: '积压已清' }, 'water');
  await bench.give('standings', 'water', 'ConfirmRectification', { rung, reasons: '现场核查属实' }, ABOVE);
  await expect(stepDown()).rejects.toThrow('too-soon-to-come-down');
  await bench.toDay(181, escalation);
  await stepDown();
  expect((await typesOf('water')).slice(-2)).toEqual(['KeyManagementLeft', 'RungLeft']);
  await grant('water', 2026);
});

test('wrongly booked as an abnormal visitor: corrected, what stood is kept, and no standing has a trace', async () => {
  const id = randomUUID();
  await bench.give('cases', id, 'RegisterCase', { ...petition, title: '非正常走访' });
  await bench.give('cases', id, 'DisputeRecord', {
    entry: 0,
    field: 'title',
    says: '我按规定到接待场所反映',
  });
  const [, disputed] = await bench.store.readStream(`case-${id}`);
  const { dispute } = disputed!.data as { dispute: string };
  const corrected = { entry: 0, field: 'title', value: '停水', reasons: '来访人按规定到访', dispute };
  await bench.give('cases', id, 'CorrectRecord', corrected);
  await bench.toDay(2, escalation);
  const history = await bench.store.readStream(`case-${id}`);
  expect(history[0]!.data).toMatchObject({ title: '非正常走访' });
  expect(history.find(({ type }) => type === 'RecordCorrected')!.data).toMatchObject({
    field: 'title',
    after: '停水',
  });
  const streams = (await bench.store.readAll({ after: 0, limit: 10_000 })).map(({ stream }) => stream);
  expect(streams.filter((stream) => stream.startsWith('standing-'))).toEqual([]);
});
