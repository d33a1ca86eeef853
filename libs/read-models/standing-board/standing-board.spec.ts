import { given, type Told } from '@huiyin/testing/view';
import { HISTORY_MAX, standingBoard } from './projection';
import type { StandingRow } from './table';

const AT = '2026-03-02T01:00:00.000Z';
const on = (type: string, data: object): Told => ({ stream: 'standing-housing', type, data });
const counted = (inWindow: number) =>
  on('FaultCounted', {
    pack: 'p',
    reviewId: 'r',
    caseId: 'c',
    kind: 'late',
    gravity: 'slight',
    at: AT,
    inWindow,
  });
const reached = on('RungReached', { pack: 'p', rung: 'talk', faults: 2, at: AT });
const left = on('RungLeft', { rung: 'talk', reasons: 'put right' });
const row = (...events: readonly Told[]): StandingRow =>
  given(...events).rows<StandingRow>(standingBoard)[0]!;

test('confirmed faults lead up', () => {
  expect(row(counted(1), counted(2), reached)).toMatchObject({
    office: 'housing',
    rung: 'talk',
    since: AT,
    faults: 2,
    faultsInWindow: 2,
  });
});

test('there is a way back down, and the history stays', () => {
  const after = row(counted(1), reached, left);
  expect(after).toMatchObject({ rung: null, since: null, faults: 1 });
  expect(after.history.map(({ step }) => step)).toEqual(['fault', 'rung-reached', 'rung-left']);
});

test('a fault that no longer counts is told as set aside, and its rung as withdrawn', () => {
  const aside = on('FaultSetAside', { reviewId: 'r', caseId: 'c', pack: 'p', at: AT, inWindow: 0 });
  const withdrawn = on('RungWithdrawn', { rung: 'talk', withdrawn: ['talk'], at: AT });
  const after = row(counted(1), reached, aside, withdrawn);
  expect(after).toMatchObject({ rung: null, since: null, faults: 0, faultsInWindow: 0, lastFaultAt: null });
  expect(after.history.map(({ step }) => step)).toEqual([
    'rung-reached',
    'fault-set-aside',
    'rung-withdrawn',
  ]);
});

test('the history is bounded, the newest steps stay', () => {
  const { history, faults } = row(...Array.from({ length: HISTORY_MAX + 5 }, () => counted(1)), left);
  expect(history).toHaveLength(HISTORY_MAX);
  expect(history.at(-1)).toMatchObject({ step: 'rung-left' });
  expect(faults).toBe(HISTORY_MAX + 5);
});
