import { dutiesOf, given, on, refusal, type Happened } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent } from '..';
import { event, toAccepted, toAnswered, toClosed } from '../case.fixture';
import { askedAgain, toReviewed } from '../review/review.fixture';

const panel = [{ role: 'chair', from: '信访局' }, { from: '律师' }, { from: '人大代表' }] as const;
const form = { heldOn: '2026-03-20', place: '听证室', panel };
const announce = (more: object = {}) => ({ type: 'AnnounceHearing', data: { ...form, ...more } }) as const;
const announcedBy = (by: string, heldOn = form.heldOn) =>
  event('HearingAnnounced', {
    by,
    heldOn,
    place: form.place,
    open: true,
    panel: panel.map((member) => ({ role: 'member', ...member })),
  });
const announced = announcedBy('housing');
const began = on('2026-03-20', event('HearingBegan', { by: 'housing' }));
const said = { record: '陈述、质证', conclusion: '支持' };
const ended = event('HearingEnded', { by: 'housing', ...said });
const inState = given(caseAggregate, ...toAccepted);

describe('a hearing', () => {
  it('is announced at least seven days ahead', () => {
    inState.when(announce(), { occurredAt: '2026-03-13T10:00:00.000Z' }).then([announced]);
    inState
      .when(announce(), { occurredAt: '2026-03-13T16:00:00.000Z' })
      .then(refusal('hearing-notice-too-short', { heldOn: '2026-03-20', earliest: '2026-03-21' }));
  });
  it('has a panel of at least three, an odd number, with one chair', () => {
    const [chair, lawyer, deputy] = panel;
    for (const wrong of [
      [chair, lawyer],
      [chair, lawyer, deputy, deputy],
      [lawyer, deputy, deputy],
      [chair, chair, chair],
    ])
      inState.when(announce({ panel: wrong })).then(refusal('panel-incomplete'));
  });
  it('begins on its day, and ends with its record', () => {
    const before = given(caseAggregate, ...toAccepted, announced);
    before
      .when({ type: 'BeginHearing' }, { occurredAt: '2026-03-19T10:00:00.000Z' })
      .then(refusal('hearing-before-its-day', { heldOn: '2026-03-20' }));
    before
      .when({ type: 'BeginHearing' }, { occurredAt: began.occurredAt! })
      .then([event('HearingBegan', { by: 'housing' })]);
    given(caseAggregate, ...toAccepted, announced, began)
      .when({ type: 'EndHearing', data: said })
      .then([ended]);
  });
  it('takes its steps in order', () => {
    inState.when({ type: 'BeginHearing' }).then(refusal('hearing-not-announced'));
    inState.when({ type: 'EndHearing', data: said }).then(refusal('no-hearing'));
    given(caseAggregate, ...toAccepted, announced)
      .when(announce())
      .then(refusal('hearing-open'));
  });
  it('stops the closing', () =>
    given(caseAggregate, ...toAccepted, announced, ...toAnswered.slice(-1))
      .when({ type: 'CloseCase' })
      .then(refusal('hearing-open')));
  it('is held in a review once the opinion is given', () => {
    for (const history of [toAnswered, toClosed])
      given(caseAggregate, ...history)
        .when(announce({ heldOn: '2026-07-01' }))
        .then(refusal('hearing-without-review'));
  });
  it('is held by whoever reviews, and stops the clock of the re-review for as long as it lasts', () => {
    const deferred = event('ClosingDeferred', { by: 'housing', cause: 'review-open' });
    const history = [...toReviewed, askedAgain, deferred];
    const day = '2026-07-01';
    const theirs = announcedBy('city', day);
    given(caseAggregate, ...history)
      .when(announce({ heldOn: day }), { office: 'city' })
      .then([theirs]);
    given(caseAggregate, ...history)
      .when(announce({ heldOn: day }), { office: 'housing' })
      .then(refusal('not-the-holder'));
    const due = (...more: Happened<CaseEvent>[]) =>
      dutiesOf(...history, ...more).find(({ rule }) => rule === 're-review')!;
    expect(due(theirs)).toMatchObject({ status: 'open', dueAt: '2026-07-15T15:59:59.999Z' });
    const running = [theirs, on(day, event('HearingBegan', { by: 'city' }))];
    expect(due(...running)).toMatchObject({ status: 'paused' });
    const over = on('2026-07-03', event('HearingEnded', { by: 'city', ...said }));
    expect(due(...running, over)).toMatchObject({
      status: 'open',
      pausedDays: 3,
      dueAt: '2026-07-20T15:59:59.999Z',
    });
  });
});
