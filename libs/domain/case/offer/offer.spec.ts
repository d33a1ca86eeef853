import { dutiesOf, given, on, refusal, type Happened } from '@huiyin/testing/decision';
import { officeTree } from '../../offices';
import { caseAggregate, type CaseEvent } from '..';
import { accepted, acknowledged, event, objected, registered, sent, sorted, toSent } from '../case.fixture';

const reasons = '主管道属供热单位管理。';
const ask = { type: 'OfferHandling', data: { to: 'heating', reasons } } as const;
const take = { type: 'TakeHandling' } as const;
const decline = { type: 'DeclineHandling', data: { reasons: '漏点在户内。' } } as const;
const refer = { type: 'ReferDispute' } as const;
const offered = on('2026-03-05', event('HandlingOffered', { by: 'housing', to: 'heating', reasons }));
const taken = event('HandlingTaken', { by: 'heating', from: 'housing' });
const replaced = event('OfficeReplaced', { by: 'heating', from: 'housing', to: 'heating', why: 'agreed' });
const declined = on(
  '2026-03-06',
  event('HandlingDeclined', { by: 'heating', from: 'housing', reasons: '漏点在户内。' }),
);

describe('before it is accepted, the office that has the case', () => {
  it('asks another one that is concerned, which owes its answer', () => {
    given(caseAggregate, ...toSent)
      .when(ask, { office: 'housing' })
      .then([event('HandlingOffered', { by: 'housing', to: 'heating', reasons })]);
    expect(dutiesOf(...toSent, offered).find(({ rule }) => rule === 'answer-offer')).toMatchObject({
      owner: 'heating',
      overseer: 'petitions',
      dueAt: '2026-03-10T15:59:59.999Z',
    });
  });
  it('asks nobody while one is asked, nobody who is accused, neither itself nor who sent it', () => {
    const to = (office: string) => ({ ...ask, data: { ...ask.data, to: office } });
    given(caseAggregate, ...toSent, offered)
      .when(to('works'))
      .then(refusal('handling-offered'));
    given(caseAggregate, ...toSent, event('OfficeAccused', { by: 'petitions', office: 'heating' }))
      .when(ask)
      .then(refusal('accused-office'));
    for (const own of ['housing', 'petitions'])
      given(caseAggregate, ...toSent)
        .when(to(own))
        .then(refusal('own-referral'));
    given(caseAggregate, ...toSent)
      .when(ask, { office: 'petitions' })
      .then(refusal('not-the-holder'));
  });
  it('does so no more once it has accepted, and not where the common superior has named it', () => {
    given(caseAggregate, ...toSent, acknowledged, accepted)
      .when(ask)
      .then(refusal('wrong-state'));
    const determined = event('HandlerDetermined', { by: 'city', to: 'housing', reasons: '属其职责' });
    given(caseAggregate, registered, sorted, determined, sent)
      .when(ask)
      .then(refusal('determined-by-superior'));
  });
});

describe('whoever was asked', () => {
  it('takes it, with the clocks that run', () => {
    given(caseAggregate, ...toSent, offered)
      .when(take, { office: 'heating' })
      .then([taken, replaced]);
    const clock = (...events: Happened<CaseEvent>[]) =>
      dutiesOf(...events).find(({ rule }) => rule === 'acknowledge')!;
    expect(clock(...toSent, offered, taken, replaced)).toMatchObject({
      owner: 'heating',
      dueAt: clock(...toSent).dueAt,
    });
    given(caseAggregate, ...toSent, offered, taken, replaced)
      .when({ type: 'AcknowledgeCase' }, { office: 'heating' })
      .then([event('CaseAcknowledged', { by: 'heating', how: 'written' })]);
  });
  it('declines, and then both go to the common superior, who decides', () => {
    const offices = officeTree({
      petitions: { superior: 'city' },
      housing: { superior: 'city' },
      heating: { superior: 'city' },
      city: {},
    });
    given(caseAggregate, ...toSent, offered)
      .when(decline, { office: 'heating' })
      .then([{ type: declined.type, data: declined.data }]);
    const disputed = [
      event('CaseTakenBack', { by: 'petitions', from: 'housing', why: 'disputed' }),
      event('DeadlockReferred', { by: 'petitions', to: 'city', returnedBy: ['housing', 'heating'] }),
    ];
    given(caseAggregate, ...toSent, offered, declined)
      .when(refer, { office: 'housing', offices })
      .then(disputed);
    given(caseAggregate, ...toSent, offered, declined, ...disputed)
      .when(
        { type: 'DetermineHandler', data: { to: 'heating', mode: 'refer', reasons: '管道属其管理' } },
        { office: 'city', offices },
      )
      .then([
        event('HandlerDetermined', { by: 'city', to: 'heating', reasons: '管道属其管理' }),
        event('CaseSent', { by: 'petitions', to: 'heating', mode: 'refer', reachable: true }),
      ]);
  });
  it('is nobody else, and answers once', () => {
    for (const answer of [take, decline]) {
      given(caseAggregate, ...toSent, offered)
        .when(answer, { office: 'works' })
        .then(refusal('not-the-holder'));
      given(caseAggregate, ...toSent, offered, declined)
        .when(answer)
        .then(refusal('no-handling-offered'));
    }
  });
  it('has nothing to answer any more once the case was objected to', () =>
    given(
      caseAggregate,
      ...toSent,
      offered,
      objected,
      event('ObjectionRejected', { by: 'petitions', office: 'housing', reasons: '属其职责' }),
    )
      .when(take)
      .then(refusal('no-handling-offered')));
  it('and was merged meanwhile: its successor answers', () => {
    const offices = officeTree({
      petitions: {},
      housing: {},
      heating: { successor: 'utilities' },
      utilities: {},
    });
    given(caseAggregate, ...toSent, offered)
      .when(take, { office: 'utilities', offices })
      .then([
        event('OfficeReplaced', { by: 'utilities', from: 'heating', to: 'utilities', why: 'succession' }),
        event('HandlingTaken', { by: 'utilities', from: 'housing' }),
        event('OfficeReplaced', { by: 'utilities', from: 'housing', to: 'utilities', why: 'agreed' }),
      ]);
  });
});

it('no dispute is referred before anybody has declined', () =>
  given(caseAggregate, ...toSent, offered)
    .when(refer)
    .then(refusal('no-handling-dispute')));
