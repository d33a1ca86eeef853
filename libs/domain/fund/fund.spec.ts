import { dutiesOf, given, refusal, stateAfter } from '@huiyin/testing/decision';
import { fundAggregate, type FundEvent, type FundEvents } from '.';

type Of<T extends FundEvent['type']> = Extract<FundEvent, { type: T }>;
const event = <T extends FundEvent['type']>(type: T, data: FundEvents[T]): Of<T> =>
  ({ type, data }) as unknown as Of<T>;

const caseId = '0196a0c1-5d00-7000-8000-000000000001';
const opened = event('FundOpened', {
  pack: 'xinfang-2022@2',
  name: '救助资金',
  office: 'petitions',
  budget_yuan: 10_000,
});
const form = { caseId, by: 'housing', amount_yuan: 8_000, reasons: '困难' };
const asked = (request: string) => event('ReliefRequested', { request, ...form });
const approve = (request: string, amount_yuan?: number) =>
  ({
    type: 'ApproveRelief',
    data: { request, approvedBy: '副局长', ...(amount_yuan && { amount_yuan }) },
  }) as const;
const approved = (request: string, amount_yuan = 8_000) =>
  event('ReliefApproved', { request, by: 'petitions', approvedBy: '副局长', amount_yuan });
const paid = event('ReliefPaid', { request: 'r1', by: 'petitions', receipt: '1' });
const pay = { type: 'PayRelief', data: { request: 'r1', receipt: '1' } } as const;

describe('what is owed on a relief fund', () => {
  const owed = (...events: FundEvent[]) =>
    dutiesOf(...events).map(({ rule, owner, instance, status }) => `${rule} ${instance} ${owner} ${status}`);
  it('is a decision on each request, and then its payment', () => {
    expect(owed(opened, asked('r1'), asked('r2'))).toEqual([
      'decide-relief r1 petitions open',
      'decide-relief r2 petitions open',
    ]);
    expect(owed(opened, asked('r1'), approved('r1'))).toEqual([
      'decide-relief r1 petitions met',
      'pay-relief r1 petitions open',
    ]);
    expect(owed(opened, asked('r1'), approved('r1'), paid)[1]).toBe('pay-relief r1 petitions met');
  });
  it('has no clock on a fund that was opened under no pack', () => {
    const { pack: _, ...before } = opened.data;
    expect(owed(event('FundOpened', before), asked('r1'))).toEqual([]);
  });
});

describe('a relief fund', () => {
  it('is opened once, with a budget, by an office of the directory', () => {
    given(fundAggregate).when({ type: 'OpenFund', data: opened.data }).then([opened]);
    given(fundAggregate, opened)
      .when({ type: 'OpenFund', data: opened.data })
      .then(refusal('already-exists'));
    given(fundAggregate).when(pay).then(refusal('does-not-exist'));
  });
  it('is asked for relief in a case', () =>
    given(fundAggregate, opened, asked('r1'))
      .when({ type: 'RequestRelief', data: form })
      .then([asked('r2')]));
  it('approves what was asked for, or less, and keeps what is left', () => {
    given(fundAggregate, opened, asked('r1'))
      .when(approve('r1'))
      .then([approved('r1')]);
    given(fundAggregate, opened, asked('r1'))
      .when(approve('r1', 500))
      .then([approved('r1', 500)]);
    expect(stateAfter(fundAggregate, opened, asked('r1'), approved('r1'))).toMatchObject({
      left_yuan: 2_000,
    });
  });
  it('is never overdrawn', () => {
    const history = [opened, asked('r1'), approved('r1'), asked('r2')];
    given(fundAggregate, ...history)
      .when(approve('r2'))
      .then(refusal('relief-beyond-budget', { amount_yuan: 8_000, left_yuan: 2_000 }));
    given(fundAggregate, ...history)
      .when(approve('r2', 2_000))
      .then([approved('r2', 2_000)]);
    const more = event('FundToppedUp', { by: 'petitions', amount_yuan: 6_000 });
    given(fundAggregate, ...history)
      .when({ type: 'TopUpFund', data: { amount_yuan: 6_000 } })
      .then([more]);
    given(fundAggregate, ...history, more)
      .when(approve('r2'))
      .then([approved('r2')]);
  });
  it('pays what was approved, once', () => {
    given(fundAggregate, opened, asked('r1'))
      .when(pay)
      .then(refusal('relief-elsewhere', { request: 'r1', status: 'requested' }));
    given(fundAggregate, opened, asked('r1'), approved('r1')).when(pay).then([paid]);
    given(fundAggregate, opened, asked('r1'), approved('r1'), paid)
      .when(pay)
      .then(refusal('relief-elsewhere'));
    given(fundAggregate, opened)
      .when(pay)
      .then(refusal('relief-unknown', { request: 'r1' }));
  });
  it('refuses with reasons, and then neither approves nor pays', () => {
    const refused = event('ReliefRefused', { request: 'r1', by: 'petitions', reasons: '已解决' });
    given(fundAggregate, opened, asked('r1'))
      .when({ type: 'RefuseRelief', data: { request: 'r1', reasons: '已解决' } })
      .then([refused]);
    given(fundAggregate, opened, asked('r1'), refused).when(approve('r1')).then(refusal('relief-elsewhere'));
  });
  it('is spent by its own office', () =>
    given(fundAggregate, opened, asked('r1'))
      .when(approve('r1'), { office: 'housing' })
      .then(refusal('not-the-holder', { holder: 'petitions', office: 'housing' })));
});
