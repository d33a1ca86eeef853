import { dutiesOf, given, on, refusal, stateAfter, type Happened } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent } from '..';
import { closed, event, toAccepted, toAnswered, toSent } from '../case.fixture';

const form = {
  text: '分两期退还',
  instalments: [
    { what: '退还一半', dueOn: '2026-06-30', amount_yuan: 600 },
    { what: '退还余款', dueOn: '2026-12-31' },
  ],
};
const made = on(
  '2026-04-29',
  event('AgreementMade', {
    by: 'housing',
    agreement: 'a1',
    mediated: false,
    text: form.text,
    instalments: [
      { instalment: 'a1.1', what: '退还一半', dueOn: '2026-06-30', amount_yuan: 600 },
      { instalment: 'a1.2', what: '退还余款', dueOn: '2026-12-31' },
    ],
  }),
);
const kept = (instalment: string) => event('InstalmentKept', { by: 'housing', instalment, text: '已付' });
const keep = (instalment: string) =>
  ({ type: 'KeepInstalment', data: { instalment, text: '已付' } }) as const;
const deferred = event('ClosingDeferred', { by: 'housing', cause: 'instalment-open' });
const resumed = event('ClosingResumed', { by: 'housing' });
const make = (more: object) =>
  given(caseAggregate, ...toAccepted).when(
    { type: 'MakeAgreement', data: { ...form, ...more } },
    { occurredAt: made.occurredAt! },
  );

describe('an agreement in stages', () => {
  it('is made while the case is handled', () => {
    make({}).then([event('AgreementMade', made.data)]);
    given(caseAggregate, ...toSent)
      .when({ type: 'MakeAgreement', data: form })
      .then(refusal('wrong-state', { status: 'sent' }));
  });
  it('promises nothing for a day that has passed', () =>
    make({ instalments: [{ what: '退还', dueOn: '2026-04-28' }] }).then(refusal('promised-in-the-past')));
  it('never asks anyone to give up the right to petition', () => {
    for (const text of ['信访人承诺不再上访', '双方息诉罢访', '放弃申请复查的权利'])
      make({ text }).then(refusal('gives-up-petitioning'));
    make({ instalments: [{ what: '保证不再到政府信访', dueOn: '2026-06-30' }] }).then(
      refusal('gives-up-petitioning'),
    );
  });
  it('leaves each instalment owed by its own day, and a missed one is a breach', () => {
    const owed = (...after: Happened<CaseEvent>[]) =>
      dutiesOf(...toAccepted, made, ...after)
        .filter(({ rule }) => rule === 'instalment')
        .map(({ instance, dueAt, status }) => `${instance} ${dueAt.slice(0, 10)} ${status}`);
    expect(owed()).toEqual(['a1.1 2026-06-30 open', 'a1.2 2026-12-31 open']);
    expect(owed(on('2026-07-02', kept('a1.1')))).toEqual([
      'a1.1 2026-06-30 met-late',
      'a1.2 2026-12-31 open',
    ]);
    const [first] = dutiesOf(...toAccepted, made).filter(({ rule }) => rule === 'instalment');
    given(caseAggregate, ...toAccepted, made)
      .when({ type: 'RecordBreach', data: { dutyId: first!.id } }, { now: first!.dueAt })
      .then([
        event('DutyBreached', {
          dutyId: first!.id,
          rule: 'instalment',
          office: 'housing',
          overseer: 'petitions',
          dueAt: first!.dueAt,
        }),
      ]);
  });
  it('stops the closing, and its clock, until every instalment is kept', () => {
    const history = [...toAnswered, made, deferred];
    given(caseAggregate, ...history)
      .when({ type: 'CloseCase' })
      .then(refusal('instalment-open', { instalment: 'a1.1' }));
    expect(dutiesOf(...history).find(({ rule }) => rule === 'close')).toMatchObject({ status: 'paused' });
    given(caseAggregate, ...history)
      .when(keep('a1.1'))
      .then([kept('a1.1')]);
    given(caseAggregate, ...history, kept('a1.1'))
      .when(keep('a1.2'))
      .then([kept('a1.2'), resumed]);
    given(caseAggregate, ...history, kept('a1.1'), kept('a1.2'), resumed)
      .when({ type: 'CloseCase' })
      .then([closed]);
  });
  it('is kept once, by the office that promised it', () => {
    given(caseAggregate, ...toAccepted, made, kept('a1.1'))
      .when(keep('a1.1'))
      .then(refusal('instalment-unknown', { instalment: 'a1.1' }));
    given(caseAggregate, ...toAccepted, made)
      .when(keep('a1.1'), { office: 'water' })
      .then(refusal('not-the-holder'));
    given(caseAggregate).when(keep('a1.1')).then(refusal('does-not-exist'));
  });
  it('is followed by another', () =>
    expect(
      stateAfter(caseAggregate, ...toAccepted, made, kept('a1.1'), kept('a1.2')).parts.agreement,
    ).toEqual({
      status: 'kept',
      made: 1,
    }));
});
