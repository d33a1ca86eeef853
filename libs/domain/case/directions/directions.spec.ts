import { dutiesOf, given, on, refusal } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent } from '..';
import { accepted, acknowledged, answered, event, registered, sent } from '../case.fixture';

type Routes = readonly { claim: string; route: 'litigation' | 'residual' }[];
const sortedBy = (routes: Routes) =>
  on('2026-03-02', event('CaseSorted', { by: 'petitions', routes, procedure: 'ordinary', litigation: true }));
const one = [
  { claim: 'c1', route: 'litigation' },
  { claim: 'c2', route: 'residual' },
] as const;
const both = one.map(({ claim }) => ({ claim, route: 'litigation' }) as const);
const to = (...claims: string[]) =>
  claims.map((claim) => ({ claim, where: '和平区人民法院', text: '请到立案大厅立案。' }));
const direct = (...claims: string[]) =>
  ({ type: 'DirectClaims', data: { directions: to(...claims) } }) as const;
const directed = (...claims: string[]) =>
  event('ClaimsDirected', { by: 'petitions', directions: to(...claims), how: 'written' });

describe('a claim that belongs before a court', () => {
  it('is marked when it is sorted, and its directions are owed', () => {
    given(caseAggregate, registered)
      .when({ type: 'SortCase', data: { routes: one } })
      .then([event('CaseSorted', { by: 'petitions', routes: one, procedure: 'ordinary', litigation: true })]);
    expect(dutiesOf(registered, sortedBy(one)).map(({ rule }) => rule)).toContain('give-directions');
  });
  it('is not sent anywhere as a petition', () =>
    given(caseAggregate, registered, sortedBy(both))
      .when({ type: 'SendCase', data: { to: 'housing' } })
      .then(refusal('litigation-goes-out')));
  it('goes out with directions, and where nothing else is left the case ends and no clock runs', () => {
    given(caseAggregate, registered, sortedBy(both))
      .when(direct('c1', 'c2'))
      .then([directed('c1', 'c2'), event('CaseDirected', { by: 'petitions' })]);
    const ended = [
      registered,
      sortedBy(both),
      directed('c1', 'c2'),
      event('CaseDirected', { by: 'petitions' }),
    ];
    expect(dutiesOf(...ended).filter(({ status }) => status === 'open')).toEqual([]);
  });
  it('beside others is not among what the office answers', () => {
    const outcome = (claim: string) => ({ claim, outcome: 'supported' as const, text: '已修复', done: true });
    const answer = (...claims: string[]) => ({ outcomes: claims.map(outcome), basis: '条例' });
    const inState = given(caseAggregate, registered, sortedBy(one), sent, acknowledged, accepted);
    inState
      .when({ type: 'AnswerCase', data: answer('c2') })
      .then([event('CaseAnswered', { by: 'housing', ...answer('c2'), told: true })]);
    inState.when({ type: 'AnswerCase', data: answer('c1', 'c2') }).then(refusal('claim-unknown'));
  });
  it('has its directions before the case is closed', () => {
    const history: CaseEvent[] = [registered, sortedBy(one), sent, acknowledged, accepted, answered];
    given(caseAggregate, ...history)
      .when({ type: 'CloseCase' })
      .then(refusal('directions-missing', { claim: 'c1' }));
    given(caseAggregate, ...history, directed('c1'))
      .when({ type: 'CloseCase' })
      .then([event('CaseClosed', { by: 'housing' })]);
  });
  it('is the only kind that directions are for', () =>
    given(caseAggregate, registered, sortedBy(one)).when(direct('c2')).then(refusal('not-for-directions')));
});
