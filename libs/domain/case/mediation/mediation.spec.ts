import { given, on, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate } from '..';
import { event, toAccepted, toAnswered } from '../case.fixture';

const begin = { type: 'BeginMediation', data: { kind: 'people', mediator: '街道调委会' } } as const;
const began = on('2026-04-28', event('MediationBegan', { by: 'housing', ...begin.data }));
const end = (agreement?: object) =>
  ({ type: 'EndMediation', data: { text: '结束', ...(agreement && { agreement }) } }) as const;
const failed = event('MediationEnded', { by: 'housing', agreed: false, text: '结束' });
const agreement = { text: '赔偿', instalments: [{ what: '支付', dueOn: '2026-07-31' }] };

describe('a mediation', () => {
  it.each(['people', 'administrative', 'judicial', 'third-party'] as const)('may be %s', (kind) =>
    given(caseAggregate, ...toAccepted)
      .when({ type: 'BeginMediation', data: { ...begin.data, kind } })
      .then([event('MediationBegan', { ...began.data, kind })]),
  );
  it('ends without an agreement', () => {
    given(caseAggregate, ...toAccepted, began)
      .when(end())
      .then([failed]);
    expect(stateAfter(caseAggregate, ...toAccepted, began, failed).parts.mediation.status).toBe('failed');
  });
  it('ends in an agreement, which is owed like any other', () =>
    given(caseAggregate, ...toAccepted, began)
      .when(end(agreement))
      .then([
        event('MediationEnded', { by: 'housing', agreed: true, text: '结束' }),
        event('AgreementMade', {
          by: 'housing',
          agreement: 'a1',
          mediated: true,
          text: '赔偿',
          instalments: [{ instalment: 'a1.1', what: '支付', dueOn: '2026-07-31' }],
        }),
      ]));
  it('ends in no agreement that forbids petitioning', () =>
    given(caseAggregate, ...toAccepted, began)
      .when(end({ ...agreement, text: '不再上访' }))
      .then(refusal('gives-up-petitioning')));
  it('is ended before the next one, and before the closing', () => {
    given(caseAggregate, ...toAccepted, began)
      .when(begin)
      .then(refusal('mediation-open'));
    given(caseAggregate, ...toAnswered, began)
      .when({ type: 'CloseCase' })
      .then(refusal('mediation-open'));
  });
  it('ends once', () =>
    given(caseAggregate, ...toAccepted)
      .when(end())
      .then(refusal('no-mediation')));
  it('is held by the office of the case', () => {
    given(caseAggregate, ...toAccepted)
      .when(begin, { office: 'water' })
      .then(refusal('not-the-holder'));
  });
});
