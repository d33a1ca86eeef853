import { at, dutiesOf, given, refusal, stateAfter } from '@huiyin/testing/decision';
import { officeTree } from '../offices';
import { targetAggregate, type TargetEvent } from '.';

const form = { office: 'housing', by: 'petitions', year: 2026 } as const;
const wanted = [
  { metric: 'on-time-answer', value: 98 },
  { metric: 'days-to-answer', value: 30 },
];
const setting = { type: 'SetTargets', data: { ...form, targets: wanted } } as const;
const set = {
  type: 'TargetsSet',
  data: {
    ...form,
    pack: 'xinfang-2022@2',
    targets: [
      { target: 't1', metric: 'on-time-answer', direction: 'at-least', value: 98 },
      { target: 't2', metric: 'days-to-answer', direction: 'at-most', value: 30 },
    ],
  },
} satisfies TargetEvent;
const sign = { type: 'SignTargets', data: { post: 'first-responsible' } } as const;
const signed = {
  type: 'TargetsSigned',
  data: {
    office: 'housing',
    by: 'housing',
    post: 'first-responsible',
    for: 'petitions',
    yearEndsAt: '2026-12-31T15:59:59.999Z',
  },
} satisfies TargetEvent;
const say = { type: 'ReportTargets', data: { text: '两件超期已整改。' } } as const;
const reported = {
  type: 'TargetsReported',
  data: { office: 'housing', by: 'housing', text: '两件超期已整改。' },
} satisfies TargetEvent;
const conclude = { type: 'ConcludeTargets', data: {} } as const;
const measured = { position: 7, values: { 'on-time-answer': 97.9, 'days-to-answer': 30 } };
const inJanuary = { now: at('2027-01-04'), measured };

describe('a letter of targets', () => {
  it('is set for a year, each target with the way in which an office does better', () => {
    given(targetAggregate).when(setting, { office: 'petitions' }).then([set]);
    given(targetAggregate).when(setting, { office: 'housing' }).then(refusal('not-the-holder'));
    given(targetAggregate, set).when(setting).then(refusal('already-exists'));
    given(targetAggregate).when(sign).then(refusal('does-not-exist'));
  });
  it.each(['inflow', 'inflow-persons', 'repeat-rate', 'zero-visits'])('has no target on %s', (metric) =>
    given(targetAggregate)
      .when({ ...setting, data: { ...form, targets: [{ metric, value: 0 }] } })
      .then(refusal('not-a-target', { metric })),
  );
  it('is signed for the office by a post of its head, once', () => {
    const offices = officeTree({ housing: {} });
    offices.appoint('housing', 'first-responsible');
    given(targetAggregate, set).when(sign, { office: 'housing', offices }).then([signed]);
    given(targetAggregate, set)
      .when({ ...sign, data: { post: 'clerk' } }, { offices })
      .then(
        refusal('not-signed-by-a-head', { office: 'housing', post: 'clerk', heads: 'first-responsible' }),
      );
    given(targetAggregate, set).when(sign, { office: 'petitions' }).then(refusal('not-the-holder'));
    given(targetAggregate, set, signed)
      .when(sign)
      .then(refusal('wrong-state', { status: 'signed' }));
  });
  it('the office reports back on it when the year is over, once', () => {
    given(targetAggregate, set, signed)
      .when(say, { ...inJanuary, office: 'housing' })
      .then([reported]);
    given(targetAggregate, set, signed)
      .when(say, { ...inJanuary, office: 'petitions' })
      .then(refusal('not-the-holder'));
    given(targetAggregate, set, signed)
      .when(say, { now: at('2026-12-31') })
      .then(refusal('target-year-not-over', { year: 2026 }));
    given(targetAggregate, set, signed, reported)
      .when(say, inJanuary)
      .then(refusal('wrong-state', { status: 'reported' }));
  });
  it('is concluded when the year is over, with what was counted of each target', () => {
    const concluded = {
      type: 'TargetsConcluded',
      data: {
        ...form,
        position: 7,
        results: [
          { target: 't1', value: 97.9, met: false },
          { target: 't2', value: 30, met: true },
        ],
      },
    } satisfies TargetEvent;
    given(targetAggregate, set, signed, reported).when(conclude, inJanuary).then([concluded]);
    // Also where the office stays silent.
    given(targetAggregate, set, signed).when(conclude, inJanuary).then([concluded]);
    expect(stateAfter(targetAggregate, set, signed, concluded)).toMatchObject({
      status: 'concluded',
      met: 1,
    });
    given(targetAggregate, set, signed)
      .when(conclude, { ...inJanuary, now: at('2026-12-31') })
      .then(refusal('target-year-not-over', { year: 2026 }));
    given(targetAggregate, set)
      .when(conclude, inJanuary)
      .then(refusal('wrong-state', { status: 'set' }));
  });
  it('is not concluded without a number for each target', () => {
    const inState = given(targetAggregate, set, signed);
    inState.when(conclude, { now: inJanuary.now }).then(refusal('target-without-result', { target: 't1' }));
    inState
      .when(conclude, { ...inJanuary, measured: { position: 7, values: { 'on-time-answer': 97.9 } } })
      .then(refusal('target-without-result', { target: 't2' }));
  });
  it('where there was nothing to count nothing was missed', () => {
    const values = { 'on-time-answer': null, 'days-to-answer': null };
    const results = ['t1', 't2'].map((target) => ({ target, value: null, met: true }));
    given(targetAggregate, set, signed)
      .when(conclude, { ...inJanuary, measured: { position: 7, values } })
      .then([{ type: 'TargetsConcluded', data: { ...form, position: 7, results } }]);
  });
  it('owes its signature, the report back and the conclusion, each with its day', () => {
    const owed = (...events: readonly TargetEvent[]) =>
      dutiesOf(...events).map(({ rule, owner, status, dueAt }) => [rule, owner, status, dueAt.slice(0, 10)]);
    expect(owed(set)).toEqual([['sign-targets', 'housing', 'open', '2026-03-17']]);
    expect(owed(set, signed, reported)).toEqual([
      ['sign-targets', 'housing', 'met', '2026-03-17'],
      ['report-targets', 'housing', 'met', '2027-02-01'],
      ['conclude-targets', 'petitions', 'open', '2027-03-01'],
    ]);
  });
});
