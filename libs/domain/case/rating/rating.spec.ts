import { given, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent } from '..';
import {
  closed,
  event,
  opinion,
  registered,
  reopened,
  toAccepted,
  toAnswered,
  toClosed,
} from '../case.fixture';

const ratings = { petitionDepartment: 'satisfied', handlingOffice: 'dissatisfied' } as const;
const rate = { type: 'RateCase', data: ratings } as const;
const rated = event('CaseRated', { receiver: 'petitions', office: 'housing', ...ratings });

describe('a rating', () => {
  it('is of the petition department and of the handling office, each on its own', () => {
    given(caseAggregate, ...toAnswered)
      .when(rate)
      .then([rated]);
    given(caseAggregate, ...toClosed)
      .when(rate)
      .then([rated]);
  });
  it('comes after the answer', () =>
    given(caseAggregate, ...toAccepted)
      .when(rate)
      .then(refusal('wrong-state', { status: 'accepted' })));
  it('is of an answer that the petitioner has been told', () => {
    const signed = event('CaseAnswered', { by: 'housing', ...opinion, told: false });
    given(caseAggregate, ...toAccepted, signed)
      .when(rate)
      .then(refusal('answer-not-told'));
  });
  it('is given by the petitioner, never by an office', () => {
    for (const office of ['petitions', 'housing', 'water'])
      given(caseAggregate, ...toAnswered)
        .when(rate, { office })
        .then(refusal('rated-by-an-office', { office }));
  });
  it('is given once for an answer, whatever happens between', () => {
    given(caseAggregate, ...toAnswered, rated, closed)
      .when(rate)
      .then(refusal('already-rated'));
  });
  it('is given again for what was opened again', () => {
    expect(stateAfter(caseAggregate, ...toClosed, rated, reopened).parts.rating.status).toBe('unrated');
    expect(stateAfter(caseAggregate, ...toClosed, rated).parts.rating.status).toBe('rated');
  });
  it('seals the words of the petitioner under the key of the petitioner', () => {
    const subject = '0196a0c1-5d00-7000-8000-000000000007';
    const known = { ...registered, data: { ...registered.data, petitioner: { subject } } };
    const history = toAnswered.map((one): CaseEvent => (one.type === 'CaseRegistered' ? known : one));
    given(caseAggregate, ...history)
      .when({ type: 'RateCase', data: { ...ratings, comment: '修好了' } })
      .then([
        {
          type: 'CaseRated',
          data: { ...rated.data, comment: { $personal: '修好了', subject } },
        } as CaseEvent,
      ]);
  });
  it('is of a case that exists', () => {
    given(caseAggregate).when(rate).then(refusal('does-not-exist'));
    expect(() => stateAfter(caseAggregate, rated)).toThrow('damaged log: CaseRated in state unregistered');
  });
});
