import { dutiesOf, given, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate } from '..';
import { closed, event, registered, reopened, toAnswered, toClosed } from '../case.fixture';

const asked = { responded: true, solved: false, satisfied: false, accepts: false };
const calledBack = event('CalledBack', { by: 'petitions', ...asked });
const visited = event('ReturnVisited', { by: 'petitions', text: '供暖正常', accepts: true });
const archived = event('CaseArchived', { by: 'petitions', number: '1', keepFor_years: 10 });
const archive = { type: 'ArchiveCase', data: { number: '1' } } as const;

describe('after closing', () => {
  it('the petition department asks: responded, solved, satisfied?', () => {
    const call = { type: 'RecordCallback', data: asked } as const;
    given(caseAggregate, ...toClosed)
      .when(call)
      .then([calledBack]);
    given(caseAggregate, ...toClosed)
      .when(call, { office: 'housing' })
      .then(refusal('not-the-holder', { holder: 'petitions', office: 'housing' }));
  });
  it('the caller of a hotline is owed a callback', () => {
    const call = {
      ...registered,
      data: { ...registered.data, pack: 'hotline-12345', tier: 'ordinary' as const },
    };
    const owed = dutiesOf(call, ...toAnswered.slice(1), closed).filter(({ status }) => status === 'open');
    expect(owed).toMatchObject([{ rule: 'callback', owner: 'petitions' }]);
  });
  it('closed and accepted are two things', () => {
    const state = stateAfter(caseAggregate, ...toClosed, calledBack);
    expect([state.status, state.parts.aftercare.accepts]).toEqual(['closed', false]);
    expect(stateAfter(caseAggregate, ...toClosed).parts.aftercare.accepts).toBeUndefined();
    expect(stateAfter(caseAggregate, ...toClosed, calledBack, visited).parts.aftercare.accepts).toBe(true);
    expect(stateAfter(caseAggregate, ...toClosed, visited, reopened).parts.aftercare.accepts).toBeUndefined();
  });
  it('a return visit is of a closed case', () => {
    const visit = { type: 'RecordReturnVisit', data: { text: '供暖正常', accepts: true } } as const;
    given(caseAggregate, ...toClosed)
      .when(visit)
      .then([visited]);
    given(caseAggregate, ...toAnswered)
      .when(visit)
      .then(refusal('wrong-state', { status: 'answered' }));
  });
  it('the file is archived once', () => {
    given(caseAggregate, ...toClosed)
      .when(archive)
      .then([archived]);
    given(caseAggregate, ...toClosed, archived)
      .when(archive)
      .then(refusal('already-archived'));
  });
});
