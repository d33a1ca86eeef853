import { AGGREGATES, type ReviewEvents, type StandingState } from '@huiyin/domain';
import { assembleEvidence, fingerprintOf, readCaseRecord } from '@huiyin/evidence';
import { randomUUID } from 'node:crypto';
import { createBench, WATER_CUT, type Bench, type Process } from './escalation.fixture';

let bench: Bench;
let one: Process;
let caseId: string;
let review: string;

beforeEach(async () => {
  bench = await createBench();
  one = bench.start();
  [caseId, review] = [randomUUID(), randomUUID()];
  await bench.give('cases', caseId, 'RegisterCase', {
    ...WATER_CUT,
    petitioner: { name: '张三' },
  });
  await bench.give('cases', caseId, 'SortCase', { routes: [{ claim: 'c1', route: 'residual' }] });
  await bench.give('cases', caseId, 'SendCase', { to: 'water' });
  await bench.give('cases', caseId, 'ObjectToCase', { reasons: '不属本单位' });
  await bench.give('cases', caseId, 'UpholdObjection');
  await bench.give('cases', caseId, 'SendCase', { to: 'housing' });
  const about = { pack: 'xinfang-2022', caseId, office: 'housing', by: 'petitions' };
  await bench.give('supervisions', randomUUID(), 'OrderSupervision', {
    ...about,
    trigger: 'delay',
    reasons: '拖延',
  });
  await one.caughtUp();
  await bench.give('reviews', review, 'OpenReview', { ...about, reasons: '信访人反映敷衍' });
  await one.caughtUp();
});
afterEach(() => bench.close());

const step = async (type: string, data: object = {}, office?: string): Promise<void> => {
  await bench.give('reviews', review, type, data, office);
  await one.caughtUp();
};
const snapshot = async (): Promise<ReviewEvents['EvidenceAssembled']> => {
  const events = await bench.store.readStream(`review-${review}`);
  return events.find(({ type }) => type === 'EvidenceAssembled')!.data as ReviewEvents['EvidenceAssembled'];
};
const standingOf = async (office: string): Promise<StandingState> => {
  const { initial, evolve } = AGGREGATES.standings;
  const events = await bench.store.readStream(`standing-${office}`);
  return events.reduce<StandingState>((state, event) => evolve(state, event as never), initial);
};
const faults = async (): Promise<number> => (await standingOf('housing')).faults.length;
const FAULT = { outcome: 'fault', kind: 'perfunctory', gravity: 'ordinary', reasons: '敷衍' };
const NO_FAULT = { outcome: 'no-fault', reasons: '属实已办' };

describe('a review that was opened by hand', () => {
  test('puts its own evidence together, from which anybody gets the same bytes again', async () => {
    const { upTo, streams, sha256, called } = await snapshot();
    expect(streams).toHaveLength(2);
    expect(called).toMatchObject([{ role: 'owner', office: 'water' }]);
    // What happens later changes nothing of it.
    await step('StateSide', { text: '已办' });
    await bench.give('cases', caseId, 'AcknowledgeCase');
    const readStream = (stream: string) => bench.store.readStream(stream);
    const record = await readCaseRecord(readStream, { caseId, streams, upTo });
    const document = assembleEvidence(record, bench.rules())!;
    expect(fingerprintOf(document)).toBe(sha256);
    expect(document.supervision).toMatchObject([{ office: 'housing', trigger: 'delay' }]);
    expect(document.timeline.at(-1)).toMatchObject({ type: 'ReviewOpened', position: upTo });
  });
  test('has its evidence once, whatever is delivered again', async () => {
    const again = bench.start();
    await again.caughtUp();
    const events = await bench.store.readStream(`review-${review}`);
    expect(events.filter(({ type }) => type === 'EvidenceAssembled')).toHaveLength(1);
  });
});

describe('only a fault that stands counts', () => {
  beforeEach(async () => {
    await step('StateSide', { text: '已办' });
    await step('ConfirmFinding', { finding: FAULT });
  });

  test('confirmed it counts, disputed it does not, upheld it counts again from its first day', async () => {
    const first = await standingOf('housing');
    expect(first).toMatchObject({ status: 'on-rung', faults: [{ reviewId: review }] });
    bench.clock.moveTo('2026-03-05T04:00:00.000Z');
    await step('DisputeFinding', { text: '已书面答复' }, 'housing');
    expect(await standingOf('housing')).toMatchObject({ status: 'clear', faults: [], open: {} });
    await step('DecideDispute', { decision: 'uphold', reasons: '未答复' }, 'government');
    expect(await standingOf('housing')).toMatchObject({ status: 'on-rung', faults: first.faults });
  });
  test('taken back, it never comes back, however often the messages come', async () => {
    await step('DisputeFinding', { text: '已书面答复' }, 'housing');
    await step('DecideDispute', { decision: 'revise', finding: NO_FAULT, reasons: '属实' }, 'government');
    const before = await bench.store.head();
    const again = bench.start();
    await again.caughtUp();
    expect([await faults(), await bench.store.head()]).toEqual([0, before]);
    expect(await standingOf('housing')).toMatchObject({ status: 'clear' });
  });
  test('on a link of another office it counts on that office', async () => {
    const { called } = await snapshot();
    const { link } = called[0]!;
    await step('StateLinkSide', { link, text: '不属本单位' }, 'water');
    await step('FindOnLink', { link, finding: { ...FAULT, kind: 'passed-on' } });
    expect(await standingOf('water')).toMatchObject({ faults: [{ reviewId: review }] });
    expect(await faults()).toBe(1);
    await step('CloseReview', { measures: '整改' });
  });
});

test('a referral that discipline neither receives nor answers is reminded of and breached', async () => {
  const office = { level: 'city', territory: 'city', kind: 'discipline', name: { zh: '纪委监委', en: 'D' } };
  await bench.give('offices', 'discipline', 'RegisterOffice', office);
  await step('StateSide', { text: '已办' });
  await step('ConfirmFinding', { finding: FAULT });
  await step('ReferReview', { to: 'discipline', basis: '第四十五条', reasons: '造成严重后果' });
  await bench.toDay(9, one);
  const onReferral = async (): Promise<string[]> =>
    (await bench.steps()).filter((one) => one.endsWith('-referral'));
  expect(await onReferral()).toEqual([
    'OfficeReminded discipline receive-referral',
    'DutyBreached discipline receive-referral',
  ]);
  await step('RecordReferralReceipt', { referral: 'f1', reference: '31' }, 'discipline');
  await bench.toDay(45, one);
  expect((await onReferral()).slice(2)).toEqual([
    'OfficeReminded discipline answer-referral',
    'DutyBreached discipline answer-referral',
  ]);
});
