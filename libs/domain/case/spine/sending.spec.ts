import { dutiesOf, given, on, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent } from '..';
import { officeTree } from '../../offices';
import {
  acknowledged,
  event,
  extension,
  form,
  registered,
  sent,
  sorted,
  toAccepted,
  toClosed,
  toSent,
} from '../case.fixture';

const offices = officeTree({
  county: { superior: 'city' },
  city: {},
  petitions: { superior: 'county' },
  housing: { superior: 'county' },
  heating: { superior: 'county' },
  alone: {},
});
const objected = (by: string) => event('CaseObjected', { by, reasons: '不属本单位' });
const upheld = (from: string) => event('ObjectionUpheld', { by: 'petitions', from });
const sentTo = (to: string) =>
  on('2026-03-06', event('CaseSent', { by: 'petitions', to, mode: 'refer', reachable: true }));
const oneReturn = [...toSent, objected('housing'), upheld('housing')];
const twice = [...oneReturn, sentTo('heating'), objected('heating')];
const referred = event('DeadlockReferred', {
  by: 'petitions',
  to: 'county',
  returnedBy: ['housing', 'heating'],
});
const deadlocked = [...twice, upheld('heating'), referred];
const determine = { to: 'housing', reasons: '三定方案' };
const determined = event('HandlerDetermined', { by: 'county', ...determine });
const assigned = event('CaseSent', { by: 'petitions', to: 'housing', mode: 'assign', reachable: true });

describe('every claim gets its route (Art. 31)', () => {
  const sort = (...routes: { claim: string; route: string }[]) =>
    ({ type: 'SortCase', data: { routes } }) as const;
  const [c1, c2] = [
    { claim: 'c1', route: 'residual' },
    { claim: 'c2', route: 'arbitration' },
  ];
  it('all of them', () =>
    given(caseAggregate, registered)
      .when(sort(c1))
      .then(refusal('claim-unsorted', { claim: 'c2' })));
  it('each once', () =>
    given(caseAggregate, registered)
      .when(sort(c1, c2, c1))
      .then(refusal('claim-sorted-twice')));
  it('an accusation the one that is for accusations', () => {
    const [first, second] = registered.data.claims;
    const accusing = {
      ...registered,
      data: { ...registered.data, claims: [first!, { ...second!, kind: 'accusation' }] },
    };
    const inState = given(caseAggregate, accusing as CaseEvent);
    inState.when(sort(c1, c2)).then(refusal('route-unfit', { claim: 'c2', route: 'arbitration' }));
    const routes = [c1, { claim: 'c2', route: 'accusation' }];
    inState
      .when(sort(...routes))
      .then([{ type: 'CaseSorted', data: { by: 'petitions', routes, procedure: 'ordinary' } } as CaseEvent]);
  });
});

describe('under which rules', () => {
  it('the simple procedure is not for what is complex', () =>
    given(caseAggregate, registered)
      .when({
        type: 'SortCase',
        data: {
          routes: [
            { claim: 'c1', route: 'residual' },
            { claim: 'c2', route: 'residual' },
          ],
          procedure: 'simple',
          unfit: ['complex'],
        },
      })
      .then(refusal('not-simple')));
  it('the simple procedure is not for what came before, as the file shows', () => {
    const linked = event('CaseLinked', {
      by: 'petitions',
      to: '0196a0c1-5d00-7000-8000-000000000009',
      as: 'repeat',
    });
    const { routes } = sorted.data;
    for (const history of [
      [linked],
      [...toClosed.slice(1), event('CaseReopened', { by: 'petitions', reasons: '又漏水' })],
    ])
      given(caseAggregate, registered, ...history)
        .when({ type: 'SortCase', data: { routes, procedure: 'simple' } })
        .then(refusal('not-simple', { reason: 'not-a-first-petition' }));
  });
  it('the rules of its day are in force for a case', () =>
    given(caseAggregate)
      .when({ type: 'RegisterCase', data: { ...form, pack: 'xinfang-2005' } })
      .then(refusal('policy-not-in-force')));
});

describe('an extension (Art. 34)', () => {
  const headed = officeTree({ housing: {} });
  headed.appoint('housing', 'in-charge');
  const extend = (approvedBy: string, at = headed) =>
    given(caseAggregate, ...toAccepted).when(
      { type: 'ExtendAnswer', data: { ...extension, approvedBy } },
      { offices: at },
    );
  it("is approved by a post of the office's head that is held, where the directory knows one", () => {
    extend('局长').then(
      refusal('not-the-head', { office: 'housing', approvedBy: '局长', heads: 'in-charge' }),
    );
    extend('in-charge').then([
      event('AnswerExtended', { by: 'housing', ...extension, approvedBy: 'in-charge' }),
    ]);
    extend('局长', officeTree({ housing: {} })).then([
      event('AnswerExtended', { by: 'housing', ...extension }),
    ]);
  });
});

describe('what nobody wants (Art. 24)', () => {
  it('is sent on after the first return', () =>
    given(caseAggregate, ...oneReturn)
      .when({ type: 'SendCase', data: { to: 'heating' } }, { offices })
      .then([event('CaseSent', { by: 'petitions', to: 'heating', mode: 'refer', reachable: true })]));
  it('goes to the common superior with the second return, who owes a decision', () => {
    given(caseAggregate, ...twice)
      .when({ type: 'UpholdObjection' }, { offices })
      .then([upheld('heating'), referred]);
    const open = dutiesOf(...deadlocked).filter(({ status, kind }) => status === 'open' && kind === 'duty');
    expect(open.map(({ rule, owner }) => [rule, owner])).toEqual([['determine-handler', 'county']]);
  });
  it('is not sent a third time', () =>
    given(caseAggregate, ...deadlocked)
      .when({ type: 'SendCase', data: { to: 'housing' } }, { offices })
      .then(refusal('common-superior-decides', { superior: 'county' })));
  it('is given to the office that the common superior names', () => {
    const inState = given(caseAggregate, ...deadlocked);
    inState
      .when({ type: 'DetermineHandler', data: determine }, { offices, office: 'county' })
      .then([determined, assigned]);
    inState
      .when({ type: 'DetermineHandler', data: determine }, { offices, office: 'city' })
      .then(refusal('not-the-holder', { holder: 'county', office: 'city' }));
  });
  it('is for the joint conference where nobody is above all of them', () => {
    const history = [...oneReturn, sentTo('alone'), objected('alone'), upheld('alone')];
    given(caseAggregate, ...history)
      .when({ type: 'SendCase', data: { to: 'housing' } }, { offices })
      .then(refusal('common-superior-decides', { superior: 'joint-conference' }));
  });
  it('is not objected to once it has been determined', () =>
    given(caseAggregate, ...deadlocked, determined, assigned)
      .when({ type: 'ObjectToCase', data: { reasons: '不属本单位' } }, { offices })
      .then(refusal('determined-by-superior')));
  it('is agreed among the offices first', () =>
    given(caseAggregate, ...oneReturn)
      .when({ type: 'DetermineHandler', data: determine }, { offices })
      .then(refusal('no-deadlock')));
});

describe('an office that was merged (Art. 24)', () => {
  const merged = officeTree({
    petitions: {},
    housing: { successor: 'construction' },
    construction: {},
  });
  const passed = event('OfficeReplaced', {
    by: 'construction',
    from: 'housing',
    to: 'construction',
    why: 'succession',
  });
  const told = event('CaseAcknowledged', { by: 'construction', how: 'written' });
  it('is given nothing more', () =>
    given(caseAggregate, registered, sorted)
      .when({ type: 'SendCase', data: { to: 'housing' } }, { offices: merged })
      .then(refusal('office-succeeded', { office: 'housing', successor: 'construction' })));
  it('hands what it has to its successor with the next step', () =>
    given(caseAggregate, ...toSent)
      .when({ type: 'AcknowledgeCase' }, { offices: merged, office: 'construction' })
      .then([passed, told]));
  it('takes no step itself', () =>
    given(caseAggregate, ...toSent)
      .when({ type: 'AcknowledgeCase' }, { offices: merged, office: 'housing' })
      .then(refusal('not-the-holder', { holder: 'construction', office: 'housing' })));
  it('is passed on by the clock too, with every duty and its date', () => {
    given(caseAggregate, ...toSent)
      .when({ type: 'PassOnCase' }, { offices: merged })
      .then([passed]);
    given(caseAggregate, ...toSent)
      .when({ type: 'PassOnCase' }, { offices: officeTree({ petitions: {} }) })
      .then([]);
    const before = dutiesOf(...toSent).filter(({ owner }) => owner === 'housing');
    const after = dutiesOf(...toSent, passed).filter(({ owner }) => owner === 'construction');
    expect(after.map(({ rule, dueAt }) => [rule, dueAt])).toEqual(
      before.map(({ rule, dueAt }) => [rule, dueAt]),
    );
    expect(before.length).toBeGreaterThan(0);
  });
  it('leaves the case with its successor', () => {
    const history: CaseEvent[] = [registered, sorted, sent, acknowledged, passed];
    expect(stateAfter(caseAggregate, ...history)).toMatchObject({
      office: 'construction',
      receiver: 'petitions',
    });
  });
});
