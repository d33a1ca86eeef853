import { dutiesOf, given, ID, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent, type CaseState } from '..';
import { event, registered, sorted, toAnswered, toClosed, toSent } from '../case.fixture';

const LEAD = '0196a0c1-5d00-7000-8000-0000000000c1';
const lead = (...history: CaseEvent[]): CaseState => stateAfter(caseAggregate, ...history);
const others = { [LEAD]: lead(...toSent) };
const merge = { type: 'MergeCase', data: { lead: LEAD, reasons: '同一问题' } } as const;
const merged = event('CaseMerged', { by: 'petitions', lead: LEAD, reasons: '同一问题' });
const tell = { type: 'TellLeadOutcome', data: { text: '已修复', how: 'phone' } } as const;
const told = event('LeadOutcomeTold', { by: 'petitions', lead: LEAD, text: '已修复', how: 'phone' });
const split = event('CaseSplit', { by: 'petitions', lead: LEAD, reasons: '另有问题' });
const open = (...history: CaseEvent[]) =>
  dutiesOf(...history)
    .filter(({ status, kind }) => status === 'open' && kind === 'duty')
    .map(({ rule, owner }) => `${rule}: ${owner}`);

describe('merging', () => {
  it('names the case that leads from now on', () => {
    for (const history of [[registered], [registered, sorted]])
      given(caseAggregate, ...history)
        .when(merge, { others })
        .then([merged]);
  });
  it('is refused without a target', () =>
    expect(caseAggregate.commands['MergeCase']!.safeParse({ reasons: '同一问题' }).success).toBe(false));
  it('leaves the receiver to tell the petitioner what comes of it, and nothing else', () =>
    expect(open(registered, merged)).toEqual(['tell-lead-outcome: petitions']));
  it.each<[string, CaseState | undefined, ReturnType<typeof refusal>]>([
    ['that does not exist', undefined, refusal('case-unknown', { case: LEAD })],
    ['that is closed: that one is reopened first', lead(...toClosed), refusal('lead-closed')],
    ['that was merged itself', lead(registered, merged), refusal('lead-merged', { lead: LEAD })],
    [
      'that was struck',
      lead(
        registered,
        event('RegistrationStruck', {
          by: 'petitions',
          reasons: '问路',
          registeredOn: '2026-03-02',
          persons: 1,
        }),
      ),
      refusal('lead-struck'),
    ],
  ])('is refused into a case %s', (_, state, expected) =>
    given(caseAggregate, registered)
      .when(merge, { others: state ? { [LEAD]: state } : {} })
      .then(expected),
  );
  it('is refused into itself', () =>
    given(caseAggregate, registered)
      .when(
        { type: 'MergeCase', data: { lead: ID, reasons: '同一问题' } },
        { others: { [ID]: lead(registered) } },
      )
      .then(refusal('own-lead', { case: ID })));
  it('comes before it is sent', () =>
    given(caseAggregate, ...toSent)
      .when(merge, { others })
      .then(refusal('wrong-state', { status: 'sent' })));
});

describe('the outcome of a lead case', () => {
  it('is told once there is one, and ends the case', () => {
    for (const history of [toAnswered, toClosed, [registered, merged, told]])
      given(caseAggregate, registered, merged)
        .when(tell, { others: { [LEAD]: lead(...history) } })
        .then([told]);
    expect(stateAfter(caseAggregate, registered, merged, told)).toMatchObject({
      status: 'closed-with-lead',
      lead: LEAD,
    });
    expect(open(registered, merged, told)).toEqual([]);
  });
  it('is not told before', () =>
    given(caseAggregate, registered, merged).when(tell, { others }).then(refusal('lead-unanswered')));
});

describe('splitting', () => {
  const splitCase = { type: 'SplitCase', data: { reasons: '另有问题' } } as const;
  it('lets it go its own way again, and the receiver owes that it is sent', () => {
    given(caseAggregate, registered, merged).when(splitCase).then([split]);
    expect(stateAfter(caseAggregate, registered, merged, split)).toEqual(
      stateAfter(caseAggregate, registered),
    );
    expect(stateAfter(caseAggregate, registered, sorted, merged, split)).toEqual(
      stateAfter(caseAggregate, registered, sorted),
    );
    expect(open(registered, sorted, merged, split)).toEqual(['send-again: petitions']);
  });
  it('comes before the outcome is told', () =>
    given(caseAggregate, registered, merged, told)
      .when(splitCase)
      .then(refusal('wrong-state', { status: 'closed-with-lead' })));
  it('is of what was merged', () =>
    given(caseAggregate, registered)
      .when(splitCase)
      .then(refusal('wrong-state', { status: 'registered' })));
});

describe('linking', () => {
  const link = (to: string, as: 'repeat' | 'related' = 'repeat') =>
    ({ type: 'LinkCase', data: { to, as } }) as const;
  const linked = event('CaseLinked', { by: 'petitions', to: LEAD, as: 'repeat' });
  it('says that the same matter came again, of the matter and of nobody', () => {
    given(caseAggregate, registered).when(link(LEAD), { others }).then([linked]);
    expect(Object.keys(linked.data).sort()).toEqual(['as', 'by', 'to']);
  });
  it('twice says nothing more', () =>
    given(caseAggregate, registered, linked).when(link(LEAD), { others }).then([]));
  it('is to another case that exists', () => {
    given(caseAggregate, registered)
      .when(link(LEAD))
      .then(refusal('case-unknown', { case: LEAD }));
    given(caseAggregate, registered)
      .when(link(ID), { others })
      .then(refusal('own-lead', { case: ID }));
  });
  it('is done by an office of the case', () =>
    given(caseAggregate, ...toSent)
      .when(link(LEAD), { others, office: 'water' })
      .then(refusal('not-the-holder', { holder: 'housing', office: 'water' })));
});

describe('repeats', () => {
  const SECOND = '0196a0c1-5d00-7000-8000-0000000000c2';
  const count = (one: string, persons = 1) =>
    ({ type: 'CountRepeat', data: { case: one, as: 'repeat', persons, by: 'petitions' } }) as const;
  const counted = (one: string, persons: number, repeats: number, signatories: number) =>
    event('RepeatCounted', { by: 'petitions', case: one, as: 'repeat', persons, repeats, signatories });
  const history = [registered, counted(LEAD, 12, 1, 12)];
  it('are counted on the lead case, each once, with the most that signed any one', () => {
    given(caseAggregate, registered)
      .when(count(LEAD, 12))
      .then([counted(LEAD, 12, 1, 12)]);
    given(caseAggregate, ...history)
      .when(count(SECOND, 3))
      .then([counted(SECOND, 3, 2, 12)]);
    given(caseAggregate, ...history)
      .when(count(LEAD))
      .then([]);
  });
  it('say nothing of anybody: offices, cases and numbers only', () =>
    expect(Object.keys(counted(LEAD, 1, 1, 1).data).sort()).toEqual([
      'as',
      'by',
      'case',
      'persons',
      'repeats',
      'signatories',
    ]));
  it('count no more once they turn out to be none', () => {
    const uncount = { type: 'UncountRepeat', data: { case: LEAD, by: 'petitions' } } as const;
    given(caseAggregate, ...history, counted(SECOND, 3, 2, 12))
      .when(uncount)
      .then([event('RepeatUncounted', { by: 'petitions', case: LEAD, repeats: 1, signatories: 3 })]);
    given(caseAggregate, registered).when(uncount).then([]);
  });
  it('are of a case that exists', () =>
    given(caseAggregate).when(count(LEAD)).then(refusal('does-not-exist')));
  it('owe nothing by themselves', () => expect(open(...history)).toEqual(open(registered)));
});
