import { at, dutiesOf, given, refusal, stateAfter } from '@huiyin/testing/decision';
import { EVERY_OFFICE } from '../..';
import { caseAggregate } from '..';
import { closed, event, opinion, reopened, toAccepted, toAnswered, toClosed } from '../case.fixture';
import {
  asked,
  askedAgain,
  decided,
  finallyUpheld,
  toAsked,
  toReReviewed,
  toReviewed,
  upheld,
} from './review.fixture';

const ask = (to?: string) => ({ type: 'AskReview', data: to === undefined ? {} : { to } }) as const;
const askAgain = { type: 'AskReReview', data: { to: 'city' } } as const;
const decide = (outcome: string, more: object = {}) =>
  ({ type: 'DecideReview', data: { outcome, ...decided, ...more } }) as const;
const deferred = event('ClosingDeferred', { by: 'housing', cause: 'review-open' });
const resumed = event('ClosingResumed', { by: 'housing' });
const line = new Map([
  ['housing', 'district'],
  ['district', 'city'],
]);
const offices = { ...EVERY_OFFICE, superior: (office: string) => line.get(office) };
const day = (when: string) => ({ occurredAt: at(when), offices });

describe('a review is asked', () => {
  it('of the next level above, which the directory names', () => {
    given(caseAggregate, ...toAnswered)
      .when(ask(), day('2026-05-10'))
      .then([event('ReviewAsked', asked.data), deferred]);
    given(caseAggregate, ...toAnswered)
      .when(ask('city'), day('2026-05-10'))
      .then(refusal('not-the-next-level', { of: 'housing', to: 'city', superior: 'district' }));
    given(caseAggregate, ...toAnswered)
      .when(ask('housing'), { occurredAt: at('2026-05-10') })
      .then(refusal('not-the-next-level'));
    given(caseAggregate, ...toAnswered)
      .when(ask(), { occurredAt: at('2026-05-10') })
      .then(refusal('next-level-unknown', { office: 'housing' }));
  });
  it('within 30 days of receiving the opinion', () => {
    given(caseAggregate, ...toClosed)
      .when(ask('district'), day('2026-05-28'))
      .then([event('ReviewAsked', asked.data)]);
    given(caseAggregate, ...toClosed)
      .when(ask('district'), day('2026-05-29'))
      .then(refusal('review-window-closed', { dueAt: '2026-05-28T15:59:59.999Z' }));
  });
  it('of an opinion that was given', () =>
    given(caseAggregate, ...toAccepted)
      .when(ask('district'))
      .then(refusal('wrong-state', { status: 'accepted' })));
  it('once at a time', () => {
    given(caseAggregate, ...toAsked)
      .when(ask('district'))
      .then(refusal('review-open'));
    given(caseAggregate, ...toReviewed)
      .when(ask('district'))
      .then(refusal('reviewed-already'));
  });
});

describe('a review that was asked', () => {
  it('is owed within 30 days by the office that was asked', () =>
    expect(dutiesOf(...toAsked).find(({ rule }) => rule === 'review')).toMatchObject({
      owner: 'district',
      dueAt: '2026-06-09T15:59:59.999Z',
    }));
  it('stops the closing, the reopening and the archiving', () => {
    given(caseAggregate, ...toAsked)
      .when({ type: 'CloseCase' })
      .then(refusal('review-open', { stage: 'review', office: 'district' }));
    given(caseAggregate, ...toClosed, asked)
      .when({ type: 'ReopenCase', data: { reasons: '再次漏水' } })
      .then(refusal('review-open'));
    given(caseAggregate, ...toClosed, asked)
      .when({ type: 'ArchiveCase', data: { number: '1' } })
      .then(refusal('review-open'));
  });
  it('is decided by the office that was asked, at its stage', () => {
    given(caseAggregate, ...toAsked)
      .when(decide('uphold'), { office: 'housing' })
      .then(refusal('not-the-holder', { holder: 'district', office: 'housing' }));
    given(caseAggregate, ...toAsked)
      .when({ type: 'DecideReReview', data: decide('uphold').data })
      .then(refusal('no-review-asked', { stage: 're-review' }));
    given(caseAggregate, ...toAnswered)
      .when(decide('uphold'))
      .then(refusal('no-review-asked', { stage: 'review' }));
  });
  it('upholds the opinion, and the clock of closing runs on', () =>
    given(caseAggregate, ...toAsked, deferred)
      .when(decide('uphold'))
      .then([event('ReviewDecided', upheld.data), resumed]));
  it('changes it, and says on which claims; what it supports is carried out', () => {
    const outcomes = [{ claim: 'c2', outcome: 'supported', text: '退还', carryOutBy: '2026-08-31' }] as const;
    const changed = event('ReviewDecided', { ...upheld.data, outcome: 'change', outcomes });
    const inState = given(caseAggregate, ...toAsked, deferred);
    inState.when(decide('change', { outcomes })).then([changed]);
    inState.when(decide('change')).then(refusal('change-unsaid', { outcome: 'change' }));
    inState.when(decide('uphold', { outcomes })).then(refusal('change-unsaid'));
    inState
      .when(decide('change', { outcomes: [{ ...outcomes[0], claim: 'c9' }] }))
      .then(refusal('claim-unknown', { claim: 'c9' }));
    given(caseAggregate, ...toAsked, deferred, changed)
      .when({ type: 'CloseCase' })
      .then(refusal('claim-not-carried-out', { claims: 'c2' }));
    expect(dutiesOf(...toAsked, changed).find(({ rule }) => rule === 'carry-out-changed')).toMatchObject({
      owner: 'housing',
      instance: 'c2',
      dueAt: '2026-08-31T15:59:59.999Z',
    });
  });
});

describe.each(['revoke', 'redo'] as const)('an opinion that a review wants to %s', (outcome) => {
  const setAside = event('AnswerSetAside', { by: 'district', office: 'housing', stage: 'review', outcome });
  const reviewed = event('ReviewDecided', { ...upheld.data, outcome });
  const history = [...toAnswered, closed, asked, reviewed, setAside];
  const answer = (outcomes: object) =>
    given(caseAggregate, ...history).when({ type: 'AnswerCase', data: { ...opinion, outcomes } });
  it('is set aside, from wherever the case stands, and its office answers again', () => {
    given(caseAggregate, ...toAsked)
      .when(decide(outcome))
      .then([reviewed, setAside]);
    expect(stateAfter(caseAggregate, ...history)).toMatchObject({ status: 'accepted', office: 'housing' });
    expect(dutiesOf(...history).filter(({ status }) => status === 'open')).toMatchObject([
      { rule: 'answer-again', owner: 'housing' },
    ]);
  });
  it('is not given again: neither word for word nor with another comma', () => {
    answer(opinion.outcomes).then(refusal('same-answer-again'));
    answer(opinion.outcomes.map((one) => ({ ...one, text: `${one.text}。` }))).then(
      refusal('same-answer-again'),
    );
  });
  it('may come out otherwise, or on other grounds', () => {
    const [first, second] = opinion.outcomes;
    for (const outcomes of [
      [first, { ...second, outcome: 'supported', done: true }],
      [first, { ...second, text: '经查阅供暖记录，停暖属计划检修，依合同第九条不退费。' }],
    ] as (typeof opinion.outcomes)[])
      answer(outcomes).then([event('CaseAnswered', { by: 'housing', ...opinion, outcomes })]);
  });
});

describe('a re-review', () => {
  it('follows a review', () =>
    given(caseAggregate, ...toAnswered)
      .when(askAgain, { occurredAt: at('2026-05-10') })
      .then(refusal('not-reviewed-yet')));
  it('is asked of the level above the review, within 30 days of it', () => {
    given(caseAggregate, ...toReviewed)
      .when(askAgain, day('2026-07-01'))
      .then([event('ReviewAsked', askedAgain.data), deferred]);
    given(caseAggregate, ...toReviewed)
      .when(askAgain, day('2026-07-02'))
      .then(refusal('re-review-window-closed'));
  });
  it('ends in a final paper, which is owed', () => {
    expect(dutiesOf(...toReReviewed).find(({ rule }) => rule === 'final-paper')).toMatchObject({
      owner: 'city',
      status: 'open',
      dueAt: '2026-07-16T15:59:59.999Z',
    });
    given(caseAggregate, ...toReReviewed)
      .when({ type: 'CloseCase' })
      .then(refusal('final-paper-open', { office: 'city' }));
    given(caseAggregate, ...toReReviewed)
      .when({ type: 'IssueFinalPaper', data: paper }, { office: 'city' })
      .then([issued]);
    given(caseAggregate, ...toReviewed)
      .when({ type: 'IssueFinalPaper', data: paper })
      .then(refusal('no-final-paper-owed'));
  });
  const paper = { number: '1', text: '终结' };
  const issued = event('FinalPaperIssued', { by: 'city', ...paper });
  it('is final: the same facts and reasons are not accepted again', () => {
    for (const history of [toReReviewed, [...toReReviewed, issued]])
      given(caseAggregate, ...history)
        .when(askAgain)
        .then(refusal('matter-final'));
    const over = [...toClosed, asked, upheld, askedAgain, finallyUpheld, issued];
    const reopen = (newFacts: boolean) =>
      given(caseAggregate, ...over).when({ type: 'ReopenCase', data: { reasons: '新证据', newFacts } });
    reopen(false).then(refusal('matter-final'));
    reopen(true).then([event('CaseReopened', { by: 'petitions', reasons: '新证据', newFacts: true })]);
  });
});

test('what is opened again is reviewed anew', () =>
  expect(stateAfter(caseAggregate, ...toClosed, asked, upheld, reopened).parts.review.status).toBe('none'));
test('the words of the petitioner are sealed', () =>
  given(caseAggregate, ...toAnswered)
    .when({ type: 'AskReview', data: { to: 'district', reasons: '不服' } }, { ...day('2026-05-10'), id: 'x' })
    .then([
      {
        type: 'ReviewAsked',
        data: { ...asked.data, reasons: { $personal: '不服', subject: expect.any(String) as string } },
      },
      deferred,
    ]));
