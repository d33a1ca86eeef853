import { dutiesOf, given, on, refusal, type Happened } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent, type CaseEvents } from '..';
import { closed, event, opinion, toAccepted, toAnswered } from '../case.fixture';

const outcomes: CaseEvents['CaseAnswered']['outcomes'] = [
  { claim: 'c1', outcome: 'supported', text: '更换管道', carryOutBy: '2026-06-30' },
  { claim: 'c2', outcome: 'explained', text: '无依据' },
];
const promised = on('2026-04-28', event('CaseAnswered', { by: 'housing', ...opinion, outcomes }));
const untold = on('2026-04-28', event('CaseAnswered', { by: 'housing', ...opinion, told: false }));
const deferred = (cause: string) => event('ClosingDeferred', { by: 'housing', cause });
const resumed = event('ClosingResumed', { by: 'housing' });
const done = { claim: 'c1', text: '已更换' };
const carriedOut = event('ClaimCarriedOut', { by: 'housing', ...done });
const delivered = event('AnswerDelivered', { by: 'housing', how: 'written' });
const close = { type: 'CloseCase' } as const;
const open = (...history: Happened<CaseEvent>[]) =>
  dutiesOf(...history)
    .filter(({ status, kind }) => status === 'open' && kind === 'duty')
    .map(({ rule, dueAt }) => `${rule} ${dueAt.slice(0, 10)}`);

describe('what an answer supports', () => {
  const answer = (more: object, one: object = {}) =>
    given(caseAggregate, ...toAccepted).when(
      {
        type: 'AnswerCase',
        data: { ...opinion, ...more, outcomes: [{ ...outcomes[0], ...one }, outcomes[1]] },
      },
      { occurredAt: promised.occurredAt! },
    );
  it('is carried out by the day that the answer names, and the clock of closing waits for it', () => {
    answer({}).then([event('CaseAnswered', promised.data), deferred('claim-not-carried-out')]);
    expect(open(...toAccepted, promised, deferred('claim-not-carried-out'))).toEqual([
      'carry-out 2026-06-30',
    ]);
  });
  it('is not promised for a day that has passed', () =>
    answer({}, { carryOutBy: '2026-04-27' }).then(
      refusal('promised-in-the-past', { day: '2026-04-27', today: '2026-04-28' }),
    ));
  it('is what is carried out: nothing is where the claim is not supported', () =>
    answer({}, { outcome: 'not-supported' }).then(
      refusal('nothing-to-carry-out', { claim: 'c1', outcome: 'not-supported' }),
    ));
  it('stops the closing until it is done', () => {
    const history = [...toAccepted, promised, deferred('claim-not-carried-out')];
    given(caseAggregate, ...history)
      .when(close)
      .then(refusal('claim-not-carried-out', { claims: 'c1' }));
    given(caseAggregate, ...history)
      .when({ type: 'CarryOutClaim', data: done })
      .then([carriedOut, resumed]);
    given(caseAggregate, ...history, carriedOut, resumed)
      .when(close)
      .then([closed]);
  });
  it('is carried out once', () =>
    given(caseAggregate, ...toAccepted, promised, carriedOut)
      .when({ type: 'CarryOutClaim', data: done })
      .then(refusal('nothing-to-carry-out', { claim: 'c1' })));
  it('is carried out by its office', () =>
    given(caseAggregate, ...toAccepted, promised)
      .when({ type: 'CarryOutClaim', data: done }, { office: 'water' })
      .then(refusal('not-the-holder')));
});

describe('an answer that nobody was told of', () => {
  const history = [...toAccepted, untold, deferred('answer-not-told')];
  it('is owed to the petitioner within five working days', () =>
    expect(open(...history)).toEqual(['deliver-answer 2026-05-08']));
  it('stops the closing', () =>
    given(caseAggregate, ...history)
      .when(close)
      .then(refusal('answer-not-told')));
  it('is delivered, and the period for asking a review begins', () => {
    given(caseAggregate, ...history)
      .when({ type: 'DeliverAnswer' })
      .then([delivered, resumed]);
    const window = (...all: Happened<CaseEvent>[]) =>
      dutiesOf(...all).filter(({ rule }) => rule === 'ask-review');
    expect(window(...history)).toEqual([]);
    expect(window(...history, on('2026-05-06', delivered))).toMatchObject([
      { startedAt: '2026-05-06T04:00:00.000Z', dueAt: '2026-06-05T15:59:59.999Z' },
    ]);
  });
  it('is delivered once', () =>
    given(caseAggregate, ...toAnswered)
      .when({ type: 'DeliverAnswer' })
      .then(refusal('already-told')));
});
