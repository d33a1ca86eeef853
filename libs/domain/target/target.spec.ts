import { at, given, refusal, stateAfter } from '@huiyin/testing/decision';
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
  data: { office: 'housing', by: 'housing', post: 'first-responsible' },
} satisfies TargetEvent;
const results = [
  { target: 't1', value: 97.9 },
  { target: 't2', value: 30 },
];
const conclude = { type: 'ConcludeTargets', data: { results, position: 7 } } as const;
const inJanuary = { now: at('2027-01-04') };

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
  it('is concluded when the year is over, with what each target came to', () => {
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
    given(targetAggregate, set, signed).when(conclude, inJanuary).then([concluded]);
    expect(stateAfter(targetAggregate, set, signed, concluded)).toMatchObject({
      status: 'concluded',
      met: 1,
    });
    given(targetAggregate, set, signed)
      .when(conclude, { now: at('2026-12-31') })
      .then(refusal('target-year-not-over', { year: 2026 }));
    given(targetAggregate, set)
      .when(conclude, inJanuary)
      .then(refusal('wrong-state', { status: 'set' }));
  });
  it('is not concluded in part, nor with what is no target of it', () => {
    const inState = given(targetAggregate, set, signed);
    const say = (said: object[]) => ({ ...conclude, data: { results: said, position: 7 } });
    inState.when(say(results.slice(1)), inJanuary).then(refusal('target-without-result', { target: 't1' }));
    inState
      .when(say([...results, { target: 't3', value: 1 }]), inJanuary)
      .then(refusal('target-without-result'));
  });
  it('where there was nothing to count nothing was missed', () => {
    const none = results.map(({ target }) => ({ target, value: null }));
    given(targetAggregate, set, signed)
      .when({ ...conclude, data: { results: none, position: 7 } }, inJanuary)
      .then([
        {
          type: 'TargetsConcluded',
          data: { ...form, position: 7, results: none.map((one) => ({ ...one, met: true })) },
        },
      ]);
  });
});
