import { at, dutiesOf, given, on, refusal, stateAfter, type Happened } from '@huiyin/testing/decision';
import { officeTree } from '../offices';
import { caseAggregate, type CaseEvent, type CaseEvents } from '.';
import {
  event,
  form,
  registered,
  routes,
  sorted,
  sentIn,
  sent,
  acknowledged,
  objected,
  upheld,
  accepted,
  extension,
  extended,
  told,
  opinion,
  answered,
  reported,
  closed,
  reopened,
  toSent,
  toAccepted,
  toAnswered,
} from './case.fixture';

test('a case goes from registration to closing, each step owed by someone', () => {
  const history: Happened<CaseEvent>[] = [];
  const step = (type: string, data: object, next: Happened<CaseEvent>, office?: string) => {
    const { occurredAt, ...expected } = next;
    given(caseAggregate, ...history)
      .when({ type: type as 'SortCase', data }, { office, ...(occurredAt && { occurredAt }) })
      .then([expected as CaseEvent]);
    history.push(next);
    return dutiesOf(...history)
      .filter(({ status, kind }) => status === 'open' && kind === 'duty')
      .map(({ rule, owner }) => `${rule}: ${owner}`);
  };
  const person = { name: '王小明', phone: '13800000000' };
  const owner = 'petitions';
  given(caseAggregate)
    .when({ type: 'RegisterCase', data: { ...form, petitioner: { ...person, subject: registeredBy } } })
    .then([
      event('CaseRegistered', {
        ...registered.data,
        petitioner: {
          subject: registeredBy,
          name: { $personal: '王小明', subject: registeredBy },
          phone: { $personal: '13800000000', subject: registeredBy },
        },
        receivedAt: '2026-03-02T01:00:00.000Z',
      }),
    ]);
  history.push(registered);
  expect(step('SortCase', { routes }, sorted, owner)).toEqual(['sort-and-send: petitions']);
  expect(step('SendCase', { to: 'housing' }, sent, owner)).toEqual([
    'acknowledge: housing',
    'accept: housing',
  ]);
  expect(step('AcknowledgeCase', {}, acknowledged, 'housing')).toEqual(['accept: housing']);
  expect(step('AcceptCase', {}, accepted, 'housing')).toEqual(['answer: housing']);
  expect(step('AnswerCase', opinion, answered, 'housing')).toEqual(['close: housing']);
  expect(step('CloseCase', {}, closed, 'housing')).toEqual([]);
  expect(stateAfter(caseAggregate, ...history)).toMatchObject({ status: 'closed', office: 'housing' });
});

const registeredBy = '0196a0c1-5d00-7000-8000-000000000007';

describe('unregistered', () => {
  const register = (more: object) =>
    given(caseAggregate).when({ type: 'RegisterCase', data: { ...form, ...more } });

  it('exists only once it is registered', () => {
    for (const command of [
      { type: 'CloseCase' },
      { type: 'RemindOffice', data: { dutyId: 'answer:e1' } },
      { type: 'RecordBreach', data: { dutyId: 'answer:e1' } },
    ] as const)
      given(caseAggregate).when(command).then(refusal('does-not-exist'));
  });
  it('is registered under a pack that has been adopted', () =>
    register({ pack: 'xinfang-1999' }).then(refusal('policy-unknown', { pack: 'xinfang-1999' })));
  it('keeps the version of the pack that governs it', () => {
    const data = { ...registered.data, pack: 'hotline-12345@2', receivedAt: '2026-03-02T01:00:00.000Z' };
    register({ pack: 'hotline-12345', tier: 'complex' }).then([
      event('CaseRegistered', { ...data, tier: 'complex', reachable: false }),
    ]);
  });
  it('has a clock where nobody has said its tier', () => {
    const { pack: _, ...data } = { ...registered.data, receivedAt: '2026-03-02T01:00:00.000Z' };
    const hotline = event('CaseRegistered', {
      ...data,
      pack: 'hotline-12345@2',
      tier: 'ordinary',
      reachable: false,
    });
    register({ pack: 'hotline-12345' }).then([hotline]);
    expect(dutiesOf(hotline, sorted, sent).map(({ rule }) => rule)).toContain('answer-ordinary');
  });
  it('names at most five representatives of a visit, to an official as well', () => {
    for (const channel of ['visit', 'reception'])
      register({ channel, kind: 'joint', persons: 9, representatives: 6 }).then(
        refusal('too-many-representatives'),
      );
  });
  it('is brought by one person, or jointly by two and more', () => {
    for (const unfit of [
      { kind: 'individual', persons: 2 },
      { kind: 'joint' },
      { kind: 'joint', persons: 4, representatives: 5 },
    ])
      register(unfit).then(refusal('persons-unfit'));
  });
  it('asks no such limit of a letter', () =>
    register({ kind: 'joint', persons: 40, representatives: 40 }).then([
      event('CaseRegistered', {
        ...registered.data,
        kind: 'joint',
        persons: 40,
        representatives: 40,
        reachable: false,
        receivedAt: '2026-03-02T01:00:00.000Z',
      }),
    ]));
  it('cannot have been received in the future', () =>
    register({ receivedAt: '2026-03-02T01:00:00.001Z' }).then(refusal('happened-later')));
  it('is told nothing about someone without a name or a way to reach them', () => {
    for (const petitioner of [{ name: '王小明' }, { phone: '13800000000' }]) {
      const [subject] = [registeredBy];
      register({ petitioner: { ...petitioner, subject } }).then([
        event('CaseRegistered', {
          ...registered.data,
          petitioner: {
            subject,
            ...Object.fromEntries(
              Object.entries(petitioner).map(([field, text]) => [field, { $personal: text, subject }]),
            ),
          },
          reachable: false,
          receivedAt: '2026-03-02T01:00:00.000Z',
        }),
      ]);
    }
  });
});

describe('the directory', () => {
  const offices = officeTree({ petitions: {} });
  it('knows the receiver of every case', () =>
    given(caseAggregate)
      .when({ type: 'RegisterCase', data: form }, { offices: officeTree() })
      .then(refusal('office-unknown', { office: 'petitions' })));
  it('knows every office that a case is sent to', () =>
    given(caseAggregate, registered, sorted)
      .when({ type: 'SendCase', data: { to: 'nobody' } }, { offices })
      .then(refusal('office-unknown', { office: 'nobody' })));
});

describe('a case goes up', () => {
  const offices = officeTree({
    petitions: { superior: 'district' },
    district: { superior: 'city' },
    city: {},
    housing: { superior: 'district' },
  });
  const send = (data: object) =>
    given(caseAggregate, registered, sorted).when({ type: 'SendCase', data }, { offices });
  it('with a reasoned report by the office itself', () =>
    send({ to: 'city', report: '三次协调未果' }).then([
      event('CaseSent', {
        by: 'petitions',
        to: 'city',
        mode: 'refer',
        reachable: true,
        report: '三次协调未果',
      }),
    ]));
  it('not without one, at whatever level above', () => {
    for (const to of ['district', 'city']) send({ to }).then(refusal('report-missing', { to }));
  });
  it('and to any other office without', () =>
    send({ to: 'housing' }).then([
      event('CaseSent', { by: 'petitions', to: 'housing', mode: 'refer', reachable: true }),
    ]));
});

describe('registered', () => {
  const inState = given(caseAggregate, registered);
  it('is registered once', () =>
    inState.when({ type: 'RegisterCase', data: form }).then(refusal('already-exists')));
  it('is sorted by its receiver', () =>
    inState
      .when({ type: 'SortCase', data: { routes } }, { office: 'housing' })
      .then(refusal('not-the-holder', { holder: 'petitions', office: 'housing' })));
  it('is sorted claim by claim', () =>
    inState
      .when({ type: 'SortCase', data: { routes: [{ claim: 'c3', route: 'residual' }] } })
      .then(refusal('claim-unknown', { claim: 'c3' })));
  it('is not sent unsorted', () =>
    inState
      .when({ type: 'SendCase', data: { to: 'housing' } })
      .then(refusal('wrong-state', { status: 'registered' })));
});

describe('sorted', () => {
  const inState = given(caseAggregate, registered, sorted);
  it('may be sorted again', () =>
    inState
      .when({ type: 'SortCase', data: { routes, procedure: 'simple' } })
      .then([event('CaseSorted', { by: 'petitions', routes, procedure: 'simple' })]));
  it('is not sent to the office that sends it', () =>
    inState.when({ type: 'SendCase', data: { to: 'petitions' } }).then(refusal('own-referral')));
  it('stays with an office that received what is for itself to handle (Art. 23), told from its receipt', () => {
    const offices = officeTree({ petitions: { kind: 'office' } });
    const kept = event('CaseSent', {
      by: 'petitions',
      to: 'petitions',
      mode: 'refer',
      reachable: true,
      receivedAt: registered.data.receivedAt,
    });
    inState.when({ type: 'SendCase', data: { to: 'petitions' } }, { offices }).then([kept]);
    const owed = dutiesOf(registered, sorted, on('2026-03-12', kept)).filter(
      ({ status }) => status === 'open',
    );
    expect(owed.map(({ rule, owner, startedAt }) => [rule, owner, startedAt])).toContainEqual([
      'acknowledge',
      'petitions',
      registered.data.receivedAt,
    ]);
  });
  it('does not stay with a petition department (Art. 22)', () =>
    inState
      .when(
        { type: 'SendCase', data: { to: 'petitions' } },
        { offices: officeTree({ petitions: { kind: 'petition-department' } }) },
      )
      .then(refusal('own-referral')));
  it('is assigned with the period of its result', () =>
    inState.when({ type: 'SendCase', data: { to: 'housing', mode: 'assign', resultWithin_days: 45 } }).then([
      event('CaseSent', {
        by: 'petitions',
        to: 'housing',
        mode: 'assign',
        reachable: true,
        resultWithin_days: 45,
      }),
    ]));
});

describe('sent', () => {
  const inState = given(caseAggregate, ...toSent);
  const object = { type: 'ObjectToCase', data: { reasons: '不属本单位' } } as const;
  it('is acknowledged by the office that has it', () =>
    inState
      .when({ type: 'AcknowledgeCase' }, { office: 'water' })
      .then(refusal('not-the-holder', { holder: 'housing', office: 'water' })));
  it('is objected to on the fifth working day', () =>
    inState.when(object, { occurredAt: at('2026-03-10') }).then([objected]));
  it('is not objected to on the sixth', () =>
    inState
      .when(object, { occurredAt: at('2026-03-11') })
      .then(refusal('objection-window-closed', { dueAt: '2026-03-10T15:59:59.999Z' })));
  it('is objected to while it is acknowledged', () =>
    given(caseAggregate, ...toSent, acknowledged)
      .when(object)
      .then([objected]));
});

describe('objected', () => {
  const inState = given(caseAggregate, ...toSent, objected);
  const rejected = event('ObjectionRejected', {
    by: 'petitions',
    office: 'housing',
    reasons: '由你单位牵头',
  });
  it('is decided by the office that sent it', () =>
    inState.when({ type: 'UpholdObjection' }, { office: 'housing' }).then(refusal('not-the-holder')));
  it('comes back when the objection is upheld, and the return is counted', () => {
    inState.when({ type: 'UpholdObjection' }, { office: 'petitions' }).then([upheld]);
    const twice = [...toSent, objected, upheld, sent, objected, upheld];
    expect(stateAfter(caseAggregate, ...twice)).toMatchObject({ status: 'sorted', returns: 2 });
    expect(stateAfter(caseAggregate, ...twice)).not.toHaveProperty('office');
  });
  it('goes on where it was when the objection is rejected', () => {
    inState.when({ type: 'RejectObjection', data: { reasons: '由你单位牵头' } }).then([rejected]);
    expect(stateAfter(caseAggregate, ...toSent, acknowledged, objected, rejected)).toMatchObject({
      status: 'acknowledged',
      returns: 0,
    });
  });
  it('is objected to once by the same office', () =>
    given(caseAggregate, ...toSent, objected, rejected)
      .when({ type: 'ObjectToCase', data: { reasons: '仍不属本单位' } })
      .then(refusal('objection-window-closed')));
  it('is not acknowledged meanwhile', () =>
    inState.when({ type: 'AcknowledgeCase' }).then(refusal('wrong-state', { status: 'objected' })));
});

describe('accepted', () => {
  const inState = given(caseAggregate, ...toAccepted);
  const extend = { type: 'ExtendAnswer', data: extension } as const;
  const answer = (claims: readonly string[]) =>
    inState.when({
      type: 'AnswerCase',
      data: {
        basis: '条例',
        outcomes: claims.map((claim) => ({ claim, outcome: 'supported', text: '已办', done: true })),
      },
    });
  it('is extended while its period runs', () =>
    inState
      .when(extend, { occurredAt: '2026-05-06T15:59:59.999Z' })
      .then([event('AnswerExtended', { by: 'housing', ...extension })]));
  it('is not extended once its period has run out', () =>
    inState.when(extend, { occurredAt: '2026-05-06T16:00:00.000Z' }).then(refusal('nothing-to-extend')));
  it('is extended once', () =>
    given(caseAggregate, ...toAccepted, extended, told)
      .when(extend)
      .then(refusal('already-extended')));
  it('has no extension to tell before there is one', () =>
    inState.when({ type: 'TellExtension' }).then(refusal('no-extension-to-tell')));
  it('tells of its extension once', () => {
    const once = [...toAccepted, extended];
    given(caseAggregate, ...once)
      .when({ type: 'TellExtension', data: { how: 'phone' } })
      .then([told]);
    given(caseAggregate, ...once, told)
      .when({ type: 'TellExtension' })
      .then(refusal('no-extension-to-tell'));
  });
  it('answers every claim', () => answer(['c1']).then(refusal('claim-unanswered', { claim: 'c2' })));
  it('answers a claim once', () =>
    answer(['c1', 'c1', 'c2']).then(refusal('claim-answered-twice', { claim: 'c1' })));
  it('answers no claim of another case', () =>
    answer(['c1', 'c2', 'c9']).then(refusal('claim-unknown', { claim: 'c9' })));
});

describe('answered', () => {
  const assigned = [registered, sorted, sentIn('assign'), acknowledged, accepted, answered];
  it('is closed by its office', () => {
    given(caseAggregate, ...toAnswered)
      .when({ type: 'CloseCase' }, { office: 'water' })
      .then(refusal('not-the-holder'));
    given(caseAggregate, ...toAnswered)
      .when({ type: 'CloseCase' }, { office: 'housing' })
      .then([closed]);
  });
  it('is not closed before its closing report where it was assigned', () => {
    given(caseAggregate, ...assigned)
      .when({ type: 'CloseCase' })
      .then(refusal('closing-report-missing'));
    given(caseAggregate, ...assigned, reported)
      .when({ type: 'CloseCase' })
      .then([closed]);
  });
  it('is not closed while another duty is open, and says which and why', () =>
    given(caseAggregate, ...toAccepted, extended, answered)
      .when({ type: 'CloseCase' })
      .then(
        refusal('duty-open', {
          rule: 'extension-notice',
          office: 'housing',
          dueAt: '2026-04-27T15:59:59.999Z',
          source: '《信访工作条例》第三十四条；5个工作日为本地设定',
        }),
      ));
  it('is reported once', () => {
    const report = { type: 'ReportClosing', data: { text: '已办结' } } as const;
    given(caseAggregate, ...assigned)
      .when(report)
      .then([reported]);
    given(caseAggregate, ...assigned, reported)
      .when(report)
      .then(refusal('already-reported'));
  });
  it('still tells of an extension that was not told', () =>
    given(caseAggregate, ...toAccepted, extended, answered)
      .when({ type: 'TellExtension', data: { how: 'phone' } })
      .then([told]));
});

describe('closed', () => {
  const inState = given(caseAggregate, ...toAnswered, closed);
  it('is reopened by its receiver and owed anew', () => {
    inState
      .when({ type: 'ReopenCase', data: { reasons: '再次漏水' } }, { office: 'petitions' })
      .then([reopened]);
    const after = [...toAnswered, closed, reopened];
    expect(stateAfter(caseAggregate, ...after)).toMatchObject({ status: 'sorted' });
    expect(dutiesOf(...after).filter(({ status }) => status === 'open')).toMatchObject([
      { rule: 'send-again', owner: 'petitions' },
    ]);
  });
  it('is not reopened by the office that closed it', () =>
    inState
      .when({ type: 'ReopenCase', data: { reasons: '再次漏水' } }, { office: 'housing' })
      .then(refusal('not-the-holder')));
  it('takes no other step', () =>
    inState.when({ type: 'CloseCase' }).then(refusal('wrong-state', { status: 'closed' })));
});

describe('a duty of the case', () => {
  const answer = {
    dutyId: 'answer:e5',
    rule: 'answer',
    office: 'housing',
    dueAt: '2026-05-06T15:59:59.999Z',
  };
  const remind = { type: 'RemindOffice', data: { dutyId: answer.dutyId } } as const;
  const breach = { type: 'RecordBreach', data: { dutyId: answer.dutyId } } as const;
  const breached = event('DutyBreached', { ...answer, overseer: 'petitions' });
  it('is reminded of', () =>
    given(caseAggregate, ...toAccepted)
      .when(remind)
      .then([event('OfficeReminded', answer)]));
  it('is not reminded of once it is met', () =>
    given(caseAggregate, ...toAnswered)
      .when(remind)
      .then([]));
  it('is not breached before its time', () =>
    given(caseAggregate, ...toAccepted)
      .when(breach, { now: '2026-05-06T15:59:59.998Z' })
      .then(refusal('not-breached', { dutyId: answer.dutyId, dueAt: answer.dueAt })));
  it('is breached when its time passes unmet', () =>
    given(caseAggregate, ...toAccepted)
      .when(breach, { now: answer.dueAt })
      .then([breached]));
  it('is breached once, however often it is asked for', () =>
    given(caseAggregate, ...toAccepted, on('2026-05-07', breached))
      .when(breach)
      .then([]));
  it('stays breached when it is met late', () =>
    given(caseAggregate, ...toAccepted, on('2026-05-20', answered))
      .when(breach)
      .then([breached]));
  it('is not breached when the answer was extended in time', () =>
    given(caseAggregate, ...toAccepted, extended)
      .when(breach, { now: at('2026-05-07') })
      .then(refusal('not-breached')));
  it('must exist', () => {
    for (const type of ['RemindOffice', 'RecordBreach'] as const)
      given(caseAggregate, ...toSent)
        .when({ type, data: { dutyId: 'answer:e99' } })
        .then(refusal('duty-unknown'));
  });
});

describe('a step is taken by the office that has to take it', () => {
  const reasons = '理由';
  it.each<[string, object, readonly Happened<CaseEvent>[]]>([
    ['SortCase', { routes }, [registered]],
    ['SendCase', { to: 'housing' }, [registered, sorted]],
    ['AcknowledgeCase', {}, toSent],
    ['ObjectToCase', { reasons }, toSent],
    ['UpholdObjection', {}, [...toSent, objected]],
    ['RejectObjection', { reasons }, [...toSent, objected]],
    ['AcceptCase', {}, [...toSent, acknowledged]],
    ['ExtendAnswer', extension, toAccepted],
    ['TellExtension', {}, [...toAccepted, extended]],
    ['AnswerCase', opinion, toAccepted],
    ['ReportClosing', { text: '已办结' }, toAnswered],
    ['CloseCase', {}, toAnswered],
    ['ReopenCase', { reasons }, [...toAnswered, closed]],
  ])('%s', (type, data, history) =>
    given(caseAggregate, ...history)
      .when({ type: type as 'SortCase', data }, { office: 'water' })
      .then(refusal('not-the-holder')),
  );
});

test('a damaged log stops the fold instead of guessing', () => {
  expect(() => stateAfter(caseAggregate, registered, accepted)).toThrow(
    'damaged log: CaseAccepted in state registered',
  );
  const breached = event('DutyBreached', {
    dutyId: 'd',
    rule: 'r',
    office: 'o',
    overseer: 'p',
    dueAt: at('2026-03-02'),
  });
  expect(() => stateAfter(caseAggregate, breached)).toThrow('damaged log');
});

describe('when a step happened', () => {
  const inState = given(caseAggregate, ...toSent);
  const acknowledge = (occurredAt: string) =>
    inState.when({ type: 'AcknowledgeCase' }, { occurredAt, now: at('2026-03-20') });
  it('may lie before it is recorded', () =>
    acknowledge(at('2026-03-05')).then([event('CaseAcknowledged', { by: 'housing', how: 'written' })]));
  it('does not lie before the step that it follows', () =>
    acknowledge(at('2026-03-02')).then(refusal('happened-earlier')));
  it('may lie before what the clock recorded meanwhile', () =>
    given(
      caseAggregate,
      ...toSent,
      on('2026-03-19', event('OfficeReminded', { dutyId: 'acknowledge:e3' } as CaseEvents['OfficeReminded'])),
    )
      .when({ type: 'AcknowledgeCase' }, { occurredAt: at('2026-03-05'), now: at('2026-03-20') })
      .then([event('CaseAcknowledged', { by: 'housing', how: 'written' })]));
});
