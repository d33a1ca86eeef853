import { at, dutiesOf, given, ID, on, refusal, stateAfter } from '@huiyin/testing/decision';
import { proposeFinding, reviewAggregate, type Evidence, type Finding, type ReviewEvent } from '.';

const evidence: Evidence = {
  timeline: [{ position: 14, type: 'CaseAccepted', occurredAt: at('2026-03-05'), office: 'housing' }],
  holders: [
    { office: 'petitions', from: at('2026-03-02'), until: at('2026-03-03') },
    { office: 'housing', from: at('2026-03-03') },
  ],
  duty: {
    id: 'answer:e5',
    rule: 'answer',
    owner: 'housing',
    startedAt: at('2026-03-05'),
    dueAt: at('2026-05-05'),
  },
  explanation: { zh: '受理之日起60日内办结。', en: '60 days from acceptance.' },
};
const about = { caseId: ID, office: 'housing', by: 'petitions', reasons: '逾期未答复' };
const form = { ...about, pack: 'xinfang-2022', evidence };
const opening = { ...about, pack: 'xinfang-2022@2', evidence, at: at('2026-05-15') };
const opened = on('2026-05-15', { type: 'ReviewOpened', data: opening } satisfies ReviewEvent);
const openedByHand = on('2026-05-15', {
  type: 'ReviewOpened',
  data: { ...opening, evidence: undefined },
} satisfies ReviewEvent);
const stated = { type: 'SideStated', data: { by: 'housing', text: '流标两次' } } as const;
const fault: Finding = { outcome: 'fault', kind: 'silent', gravity: 'ordinary', reasons: '未答复' };
const noFault: Finding = { outcome: 'no-fault', reasons: '收件时已近届满' };
const recorded: Finding = { ...fault, reasons: 'Still not done 10 d after it was due. 逾期 10 天仍未办理。' };
const proposed = {
  type: 'FindingProposed',
  data: { by: 'petitions', finding: recorded },
} satisfies ReviewEvent;
const confirmedAs = (finding: Finding) =>
  ({
    type: 'FindingConfirmed',
    data: {
      by: 'petitions',
      office: 'housing',
      caseId: ID,
      pack: 'xinfang-2022@2',
      happenedAt: at('2026-05-05'),
      finding,
    },
  }) satisfies ReviewEvent;
const state = { type: 'StateSide', data: { text: '流标两次' } } as const;
const propose = { type: 'ProposeFinding' } as const;
const confirm = (finding: Finding) => ({ type: 'ConfirmFinding', data: { finding } }) as const;
const close = { type: 'CloseReview', data: { measures: '限期整改' } } as const;
const statementDueAt = '2026-05-22T15:59:59.999Z';

describe('unopened', () => {
  const open = (data: object) =>
    given(reviewAggregate).when({ type: 'OpenReview', data }, { now: opening.at });
  it('is opened on an office, which then owes its side', () => {
    open(form).then([{ type: 'ReviewOpened', data: opening }]);
    expect(dutiesOf(opened)).toMatchObject([
      { rule: 'state-side', owner: 'housing', dueAt: statementDueAt },
      { rule: 'finding', owner: 'petitions' },
    ]);
  });
  it('is not opened by an office on itself', () =>
    open({ ...form, by: 'housing' }).then(refusal('same-reviewer', { office: 'housing' })));
  it('is opened under a pack that has been adopted', () =>
    open({ ...form, pack: 'xinfang-1999' }).then(refusal('policy-unknown')));
  it('takes no step before it is opened', () =>
    given(reviewAggregate).when(state).then(refusal('does-not-exist')));
});

describe('opened', () => {
  const inState = given(reviewAggregate, opened);
  const heard = given(reviewAggregate, opened, stated);
  it('is opened once', () =>
    inState.when({ type: 'OpenReview', data: form }).then(refusal('already-exists')));
  it('hears the office under review', () => {
    inState.when(state, { office: 'housing' }).then([stated]);
    inState.when(state, { office: 'petitions' }).then(refusal('not-the-holder'));
  });
  it('proposes and confirms nothing before the office has been heard', () => {
    const waits = refusal('finding-without-statement', { statementDueAt });
    inState.when(propose).then(waits);
    inState.when(confirm(fault)).then(waits);
    inState.when(confirm(noFault)).then(waits);
  });
  it('proposes what the record shows once the office has been heard', () =>
    heard.when(propose).then([proposed]));
  it('proposes it too when the office lets its time pass', () =>
    inState.when(propose, { now: statementDueAt }).then([proposed]));
  it('proposes nothing where no evidence was collected', () =>
    given(reviewAggregate, openedByHand, stated).when(propose).then([]));
  it('is confirmed as a fault or as no fault', () => {
    heard.when(confirm(fault)).then([confirmedAs(fault)]);
    heard.when(confirm(noFault)).then([confirmedAs(noFault)]);
  });
  it('is not found on by the office under review', () =>
    heard
      .when(confirm(noFault), { office: 'housing' })
      .then(refusal('same-reviewer', { office: 'housing' })));
  it('is not found on by a third office', () =>
    heard.when(confirm(fault), { office: 'water' }).then(refusal('not-the-holder')));
  it('is not closed without a finding', () =>
    inState.when(close).then(refusal('wrong-state', { status: 'opened' })));
  it('records the breach of an office that keeps silent', () => {
    const about = { dutyId: 'state-side:e1', rule: 'state-side', office: 'housing' };
    inState
      .when({ type: 'RemindOffice', data: { dutyId: about.dutyId } })
      .then([{ type: 'OfficeReminded', data: { ...about, dueAt: statementDueAt } }]);
    inState
      .when({ type: 'RecordBreach', data: { dutyId: about.dutyId } }, { now: statementDueAt })
      .then([{ type: 'DutyBreached', data: { ...about, overseer: 'petitions', dueAt: statementDueAt } }]);
  });
});

describe('proposed', () => {
  const inState = given(reviewAggregate, opened, stated, proposed);
  it('proposes once', () => inState.when(propose).then([]));
  it('is confirmed, changed or turned into no fault by the reviewing office', () => {
    inState.when(confirm(recorded)).then([confirmedAs(recorded)]);
    inState.when(confirm(noFault)).then([confirmedAs(noFault)]);
  });
  it('still hears the office', () => inState.when(state).then([stated]));
});

describe('confirmed', () => {
  const inState = given(reviewAggregate, opened, stated, confirmedAs(noFault));
  it('is closed with its measures by the reviewing office', () => {
    inState
      .when(close, { office: 'petitions' })
      .then([{ type: 'ReviewClosed', data: { by: 'petitions', measures: '限期整改' } }]);
    inState.when(close, { office: 'housing' }).then(refusal('not-the-holder'));
  });
  it('is found on once', () => {
    inState.when(confirm(fault)).then(refusal('wrong-state', { status: 'confirmed' }));
    inState.when(state).then(refusal('wrong-state', { status: 'confirmed' }));
  });
  it('keeps its finding', () =>
    expect(stateAfter(reviewAggregate, opened, stated, confirmedAs(noFault))).toMatchObject({
      finding: noFault,
    }));
});

describe('what the record alone shows', () => {
  const on = (duty: Partial<Evidence['duty']>, openedAt: string, holders = evidence.holders) =>
    proposeFinding({ ...evidence, holders, duty: { ...evidence.duty, ...duty } }, at(openedAt));
  it.each([
    ['2026-05-06', 'slight'],
    ['2026-05-12', 'slight'],
    ['2026-05-13', 'ordinary'],
    ['2026-06-04', 'ordinary'],
    ['2026-06-05', 'grave'],
  ])('not done by %s is a %s fault', (day, gravity) =>
    expect(on({}, day)).toMatchObject({ outcome: 'fault', kind: 'silent', gravity }),
  );
  it('done late counts the days until it was done', () =>
    expect(on({ endedAt: at('2026-05-07') }, '2026-07-01')).toMatchObject({
      kind: 'late',
      gravity: 'slight',
      reasons: expect.stringContaining('2 d') as string,
    }));
  it('is no fault of an office that got the case with less than a fifth of the period left', () => {
    const handedOver = (day: string) => [
      { office: 'water', from: at('2026-03-03'), until: at(day) },
      { office: 'housing', from: at(day) },
    ];
    expect(on({}, '2026-05-15', handedOver('2026-04-24'))).toMatchObject({ outcome: 'no-fault' });
    expect(on({}, '2026-05-15', handedOver('2026-04-22'))).toMatchObject({ outcome: 'fault' });
  });
});
