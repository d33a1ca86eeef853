import { deterministicId } from '@huiyin/kernel';
import { onceAfter } from '@huiyin/policy';
import { at, dutiesOf, given, ID, on, refusal, stateAfter } from '@huiyin/testing/decision';
import { aggregates } from '../aggregates';
import { event as caseEvent, toSent } from '../case/case.fixture';
import { formOf } from '../form-of';
import { officeTree } from '../offices';
import {
  faultThatStands,
  proposeFinding,
  reviewAggregate,
  type Evidence,
  type Finding,
  type ReferralOutcome,
  type ReviewEvent,
} from '.';
import { aFindingIsNotDatedBack } from './rules/a-finding-is-not-dated-back';

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
const histories = { [ID]: toSent };
const statementDueAt = '2026-05-22T15:59:59.999Z';

const handed = {
  ...{ referral: 'f1', to: 'discipline', reviewer: 'petitions', office: 'housing', caseId: ID },
} as const;
const referral = { to: 'discipline', basis: '第四十五条', reasons: '长期不答复' };
const referred = {
  type: 'ReviewReferred',
  data: { ...handed, by: 'petitions', basis: '第四十五条', reasons: '长期不答复' },
} satisfies ReviewEvent;
const receive = { type: 'RecordReferralReceipt', data: { referral: 'f1', reference: '31' } } as const;

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
  it('is opened by hand by the office that is named, on another one that there is, about a case that there is', () => {
    const hand = { ...about, pack: 'xinfang-2022' };
    const byHand = (data: object, more: object = {}) =>
      given(reviewAggregate).when({ type: 'OpenReview', data }, { now: opening.at, histories, ...more });
    const { evidence: _, ...withoutEvidence } = opening;
    byHand(hand, { office: 'petitions' }).then([{ type: 'ReviewOpened', data: withoutEvidence }]);
    byHand(hand, { office: 'water' }).then(refusal('not-the-holder'));
    byHand(hand, { offices: officeTree({ petitions: {} }) }).then(refusal('office-unknown'));
    byHand(hand, { histories: {} }).then(refusal('case-unknown', { case: ID }));
    const accused = [...toSent, caseEvent('OfficeAccused', { by: 'city', office: 'petitions' })];
    byHand(hand, { histories: { [ID]: accused } }).then(refusal('accused-office', { office: 'petitions' }));
    const dutyId = 'acknowledge:e3';
    byHand({ ...hand, dutyId }).then([
      { type: 'ReviewOpened', data: { ...withoutEvidence, dutyId, rule: 'acknowledge' } },
    ]);
    byHand({ ...hand, dutyId: 'answer:e3' }).then(refusal('duty-unknown'));
    byHand({ ...hand, dutyId }, { now: at('2026-03-10') }).then(refusal('not-breached'));
  });
  it('of a missed duty is one, by the clock or by hand; its evidence is of the log, not of a form', () => {
    const data = { ...about, pack: 'xinfang-2022', dutyId: 'acknowledge:e3' };
    expect(reviewAggregate.idFor!({ type: 'OpenReview', data })).toBe(
      deterministicId('review', onceAfter(data.dutyId, 'review')),
    );
    const opens = formOf(aggregates.reviews, 'OpenReview');
    expect(opens.safeParse(data).success).toBe(true);
    expect(opens.safeParse(form).success).toBe(false);
  });
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
  it('is not dated back, for the time to dispute runs from it', () => {
    const moment = { occurredAt: at('2026-05-24'), now: at('2026-05-28') };
    expect(aFindingIsNotDatedBack(moment.occurredAt, moment.now)).toEqual(
      refusal('finding-dated-back', moment),
    );
    expect(aFindingIsNotDatedBack(moment.occurredAt, at('2026-05-27'))).toBeUndefined();
  });
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

describe('the links of the chain', () => {
  const link = 'owner@11';
  const water = { link, role: 'owner', office: 'water', from: at('2026-03-03'), until: at('2026-03-05') };
  const own = { link: 'owner@14', role: 'owner', office: 'housing', from: at('2026-03-06') };
  const snapshot = {
    format: 'huiyin-evidence/1',
    upTo: 42,
    streams: [],
    sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
    keptFrom: [],
  };
  const record = { type: 'RecordEvidence', data: { ...snapshot, links: [water, own] } } as const;
  const assembled = on('2026-05-15T05:00:00Z', {
    type: 'EvidenceAssembled',
    data: { by: 'petitions', caseId: ID, ...snapshot, called: [water] },
  } satisfies ReviewEvent);
  const side = { type: 'StateLinkSide', data: { link, text: '已按期退回' } } as const;
  const heard = { type: 'LinkSideStated', data: { by: 'water', link, text: '已按期退回' } } as const;
  const find = { type: 'FindOnLink', data: { link, finding: noFault } } as const;
  const found = {
    type: 'LinkFound',
    data: {
      ...{ by: 'petitions', office: 'water', caseId: ID, link, pack: 'xinfang-2022@2' },
      ...{ finding: noFault, happenedAt: at('2026-05-05') },
    },
  } satisfies ReviewEvent;
  const inState = given(reviewAggregate, opened, assembled);

  it('come with the evidence, once; the office under review is found on as a whole', () => {
    given(reviewAggregate, opened)
      .when(record, { now: at('2026-05-15T05:00:00Z') })
      .then([{ type: assembled.type, data: assembled.data }]);
    inState.when(record).then([]);
  });
  it('are heard, each office for itself, in its time', () => {
    expect(dutiesOf(opened, assembled)).toMatchObject([
      { rule: 'state-side', owner: 'housing' },
      { rule: 'finding', owner: 'petitions' },
      { rule: 'state-link-side', owner: 'water', instance: link, dueAt: statementDueAt },
      { rule: 'find-on-link', owner: 'petitions', instance: link },
    ]);
    inState.when(side, { office: 'water' }).then([heard]);
    inState.when(side, { office: 'housing' }).then(refusal('not-the-holder'));
    inState
      .when({ ...side, data: { ...side.data, link: own.link } })
      .then(refusal('link-unknown', { link: own.link }));
  });
  it('have a finding each, fault or no fault with reasons, after they were heard', () => {
    inState.when(find).then(refusal('finding-without-statement', { statementDueAt, link }));
    given(reviewAggregate, opened, assembled, heard).when(find).then([found]);
    inState.when(find, { now: statementDueAt }).then([found]);
    given(reviewAggregate, opened, assembled, found).when(find).then(refusal('link-found-already', { link }));
    inState.when(find, { office: 'water' }).then(refusal('same-reviewer', { office: 'water' }));
  });
  it('are all found on before the review is closed', () => {
    given(reviewAggregate, opened, assembled, stated, confirmedAs(noFault))
      .when(close)
      .then(refusal('link-without-finding', { link, office: 'water' }));
    given(reviewAggregate, opened, assembled, stated, confirmedAs(noFault), found)
      .when(close)
      .then([{ type: 'ReviewClosed', data: { by: 'petitions', measures: '限期整改' } }]);
  });
});

describe('a dispute', () => {
  const offices = officeTree({ petitions: { superior: 'city' }, housing: { superior: 'city' } });
  const day = '2026-06-01';
  const found = on(day, confirmedAs(fault));
  const dispute = { type: 'DisputeFinding', data: { text: '延期已批准' } } as const;
  const about = { office: 'housing', caseId: ID } as const;
  const disputed = on('2026-06-02', {
    type: 'FindingDisputed',
    data: { by: 'housing', ...about, to: 'city', text: '延期已批准' },
  } satisfies ReviewEvent);
  const decided = {
    ...{ by: 'city', ...about, pack: 'xinfang-2022@2', reasons: '复核' },
    ...{ confirmedAt: at(day), happenedAt: at('2026-05-05'), superior: 'city' },
  };
  const uphold = { type: 'DecideDispute', data: { decision: 'uphold', reasons: '复核' } } as const;
  const revise = {
    type: 'DecideDispute',
    data: { decision: 'revise', finding: noFault, reasons: '复核' },
  } as const;
  const revised = {
    type: 'FindingRevised',
    data: { ...decided, was: fault, finding: noFault, cleared: true, confirmedOn: day },
  } satisfies ReviewEvent;
  const inState = given(reviewAggregate, opened, stated, found);
  const open = given(reviewAggregate, opened, stated, found, disputed);

  it('is raised by the office found on, within its period, for the office above the first reviewer', () => {
    inState
      .when(dispute, { office: 'housing', offices })
      .then([{ type: disputed.type, data: disputed.data }]);
    inState.when(dispute, { office: 'water' }).then(refusal('not-the-holder'));
    inState.when(dispute, { now: at('2026-07-02') }).then(refusal('dispute-too-late'));
    given(reviewAggregate, opened).when(dispute).then(refusal('finding-unknown'));
    given(reviewAggregate, opened)
      .when({ ...dispute, data: { ...dispute.data, link: 'constructor' } })
      .then(refusal('finding-unknown'));
  });
  it('goes to the joint conference where nobody is above', () =>
    inState
      .when(dispute)
      .then([{ type: disputed.type, data: { ...disputed.data, to: 'joint-conference' } }]));
  it('is a duty of the second office to decide', () =>
    expect(dutiesOf(opened, stated, found, disputed)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'decide-dispute', owner: 'city', status: 'open' }),
      ]) as [],
    ));
  it('is never decided by the office that found first, nor by the one found on', () => {
    for (const office of ['petitions', 'housing'])
      open.when(revise, { office, offices }).then(refusal('same-reviewer', { office }));
    open.when(revise, { office: 'water', offices }).then(refusal('not-the-holder'));
  });
  it('ends with the finding upheld or revised, and what stood stays readable', () => {
    open
      .when(uphold, { office: 'city', offices })
      .then([{ type: 'FindingUpheld', data: { ...decided, finding: fault } }]);
    open.when(revise, { office: 'city', offices }).then([revised]);
    expect(stateAfter(reviewAggregate, opened, stated, found, disputed, revised)).toMatchObject({
      finding: noFault,
      parts: { findings: { status: 'settled', found: { '': { finding: noFault, was: fault } } } },
    });
  });
  it('is raised once, and decided once', () => {
    const after = given(reviewAggregate, opened, stated, found, disputed, revised);
    after.when(dispute, { now: at('2026-06-05') }).then(refusal('disputed-already'));
    after.when(uphold).then(refusal('no-dispute'));
  });
  it('takes a fault out of what counts until it is decided', () => {
    const standing = (...events: ReviewEvent[]) =>
      faultThatStands(stateAfter(reviewAggregate, opened, stated, ...events).parts.findings.found, 'housing');
    const upheld = { type: 'FindingUpheld', data: { ...decided, finding: fault } } satisfies ReviewEvent;
    expect(standing(found)).toMatchObject({ kind: 'silent' });
    expect(standing(found, disputed)).toBeUndefined();
    expect(standing(found, disputed, upheld)).toMatchObject({ kind: 'silent' });
    expect(standing(found, disputed, revised)).toBeUndefined();
  });

  it('that clears the fault takes its referral back, and what was asked of discipline with it', () => {
    const sent = on('2026-06-01T05:00:00Z', referred);
    const history = [opened, stated, found, sent, disputed];
    const withdrawn = {
      type: 'ReferralWithdrawn',
      data: { ...handed, by: 'city' },
    } satisfies ReviewEvent;
    given(reviewAggregate, ...history)
      .when(revise, { office: 'city', offices })
      .then([revised, withdrawn]);
    expect(
      dutiesOf(...history, revised, withdrawn).find(({ rule }) => rule === 'receive-referral'),
    ).toMatchObject({ status: 'cancelled' });
    given(reviewAggregate, ...history, revised, withdrawn)
      .when(receive)
      .then(refusal('no-referral-waits', { referral: 'f1', status: 'withdrawn' }));
  });

  describe('and a remedy', () => {
    const order = { type: 'OrderRemedy', data: { text: '建立台账', within_days: 20 } } as const;
    const ordered = on('2026-06-03', {
      type: 'RemedyOrdered',
      data: { by: 'petitions', ...about, remedy: 'r1', text: '建立台账', within_days: 20 },
    } satisfies ReviewEvent);
    const carryOut = { type: 'CarryOutRemedy', data: { remedy: 'r1', text: '已建立' } } as const;
    it('hangs on a fault that stands, with a clock of its own', () => {
      inState.when(order).then([{ type: ordered.type, data: ordered.data }]);
      open.when(order).then(refusal('no-fault-stands'));
      given(reviewAggregate, opened, stated).when(order).then(refusal('finding-unknown'));
      expect(dutiesOf(opened, stated, found, ordered).at(-1)).toMatchObject({
        ...{ rule: 'carry-out-remedy', owner: 'housing', instance: 'r1', status: 'open' },
        dueAt: '2026-06-23T15:59:59.999Z',
      });
    });
    it('is carried out by its office, once', () => {
      const inHand = given(reviewAggregate, opened, stated, found, ordered);
      const done = {
        type: 'RemedyCarriedOut',
        data: { by: 'housing', remedy: 'r1', text: '已建立' },
      } as const;
      inHand.when(carryOut, { office: 'housing' }).then([done]);
      inHand.when(carryOut, { office: 'petitions' }).then(refusal('not-the-holder'));
      given(reviewAggregate, opened, stated, found, ordered, done)
        .when(carryOut)
        .then(refusal('remedy-unknown', { remedy: 'r1' }));
    });
    it('falls with the fault', () => {
      const history = [
        opened,
        stated,
        found,
        ordered,
        { ...disputed, occurredAt: at('2026-06-04') },
        revised,
      ];
      expect(dutiesOf(...history).find(({ rule }) => rule === 'carry-out-remedy')).toMatchObject({
        status: 'cancelled',
      });
      given(reviewAggregate, ...history)
        .when(carryOut)
        .then(refusal('remedy-unknown', { remedy: 'r1' }));
    });
  });
});

describe('a referral to discipline', () => {
  const offices = officeTree({
    petitions: { kind: 'petition-department' },
    discipline: { kind: 'discipline' },
    housing: { kind: 'office' },
    'housing-discipline': { kind: 'discipline', superior: 'housing' },
  });
  const found = on('2026-06-01', confirmedAs(fault));
  const refer = { type: 'ReferReview', data: referral } as const;
  const referTo = (to: string) => ({ ...refer, data: { ...referral, to } });
  const sent = on('2026-06-02', referred);
  const received = on('2026-06-04', {
    type: 'ReferralReceiptRecorded',
    data: { ...handed, by: 'discipline', reference: '31' },
  } satisfies ReviewEvent);
  const outcome = (kind: ReferralOutcome) =>
    ({ type: 'RecordReferralOutcome', data: { referral: 'f1', outcome: kind, text: '已处理' } }) as const;
  const recorded = (kind: ReferralOutcome, concluded = true) =>
    on('2026-06-20', {
      type: 'ReferralOutcomeRecorded',
      data: { ...handed, by: 'discipline', outcome: kind, concluded, text: '已处理' },
    } satisfies ReviewEvent);
  const inState = given(reviewAggregate, opened, stated, found);
  const waiting = given(reviewAggregate, opened, stated, found, sent);
  const inHand = given(reviewAggregate, opened, stated, found, sent, received);

  it('is made by the reviewing office, before or after the review is closed', () => {
    const closed = { type: 'ReviewClosed', data: { by: 'petitions', measures: '限期整改' } } as const;
    inState.when(refer, { offices }).then([referred]);
    given(reviewAggregate, opened, stated, found, closed).when(refer, { offices }).then([referred]);
    inState.when(refer, { offices, office: 'housing' }).then(refusal('not-the-holder'));
  });
  it('rests on a fault that stands', () => {
    given(reviewAggregate, opened, stated).when(refer, { offices }).then(refusal('finding-unknown'));
    given(reviewAggregate, opened, stated, confirmedAs(noFault))
      .when(refer, { offices })
      .then(refusal('no-fault-to-refer'));
  });
  it('is for what had consequences: a slight fault is put right, unless it wronged somebody', () => {
    const withFault = (more: object) =>
      given(
        reviewAggregate,
        opened,
        stated,
        confirmedAs({ ...fault, ...more, gravity: 'slight' } as Finding),
      );
    withFault({})
      .when(refer, { offices })
      .then(refusal('too-slight-to-refer', { kind: 'silent' }));
    withFault({ kind: 'retaliation' }).when(refer, { offices }).then([referred]);
  });
  it('goes to a discipline commission in the directory that is not below the office found on', () => {
    inState.when(referTo('nowhere'), { offices }).then(refusal('office-unknown', { office: 'nowhere' }));
    inState
      .when(referTo('petitions'), { offices })
      .then(refusal('not-a-discipline-office', { office: 'petitions' }));
    inState
      .when(referTo('housing-discipline'), { offices })
      .then(refusal('referred-to-those-concerned', { office: 'housing-discipline' }));
  });
  it('is made once, and again only when it was returned for more', () => {
    waiting.when(refer, { offices }).then(refusal('referred-already'));
    given(reviewAggregate, opened, stated, found, sent, received, recorded('returned'))
      .when(refer, { offices })
      .then([{ ...referred, data: { ...referred.data, referral: 'f2' } }]);
  });
  it('is received, answered and concluded, each by a date', () => {
    const owed = (...more: ReviewEvent[]) =>
      dutiesOf(opened, stated, found, sent, ...more)
        .filter(({ rule }) => rule.endsWith('-referral'))
        .map(({ rule, owner, overseer, status, dueAt }) =>
          [rule, owner, overseer, status, dueAt.slice(0, 10)].join(' '),
        );
    const [receipt, answer] = ['receive-referral', 'answer-referral'].map(
      (rule) => `${rule} discipline petitions`,
    );
    expect(owed()).toEqual([`${receipt} open 2026-06-09`]);
    expect(owed(received)).toEqual([`${receipt} met 2026-06-09`, `${answer} open 2026-07-06`]);
    const takenUp = recorded('taken-up', false);
    const conclude = 'conclude-referral discipline petitions';
    expect(owed(received, takenUp).slice(1)).toEqual([
      `${answer} met 2026-07-06`,
      `${conclude} open 2026-12-17`,
    ]);
    expect(owed(received, takenUp, recorded('discipline')).at(-1)).toBe(`${conclude} met 2026-12-17`);
  });
  it('comes back from the commission, or on paper to the office that waits for it', () => {
    const by = (office: string) => ({ ...received.data, by: office });
    waiting.when(receive, { office: 'discipline' }).then([{ type: received.type, data: received.data }]);
    waiting.when(receive, { office: 'petitions' }).then([{ type: received.type, data: by('petitions') }]);
    waiting.when(receive, { office: 'housing' }).then(refusal('not-the-holder'));
    inHand.when(outcome('admonition'), { office: 'housing' }).then(refusal('not-the-holder'));
  });
  it('is with whoever took over from the commission', () => {
    const heir = officeTree({ discipline: { successor: 'supervisory' }, supervisory: {} });
    const data = { by: 'supervisory', from: 'discipline', to: 'supervisory', why: 'succession' } as const;
    const replaced = on('2026-06-03', { type: 'OfficeReplaced', data } satisfies ReviewEvent);
    waiting.when({ type: 'ReplaceOffice' }, { offices: heir }).then([{ type: 'OfficeReplaced', data }]);
    const after = given(reviewAggregate, opened, stated, found, sent, replaced);
    const given31 = { ...received.data, by: 'supervisory', to: 'supervisory' };
    after.when(receive, { office: 'supervisory' }).then([{ type: received.type, data: given31 }]);
    after.when(receive, { office: 'discipline' }).then(refusal('not-the-holder'));
    expect(dutiesOf(opened, stated, found, sent, replaced).at(-1)).toMatchObject({
      rule: 'receive-referral',
      owner: 'supervisory',
    });
  });
  it('is taken up first, or answered at once; what was answered is over', () => {
    const data = recorded('taken-up', false).data;
    inHand.when(outcome('taken-up')).then([{ type: 'ReferralOutcomeRecorded', data }]);
    const takenUp = given(
      reviewAggregate,
      opened,
      stated,
      found,
      sent,
      received,
      recorded('taken-up', false),
    );
    const waits = (status: string) => refusal('no-referral-waits', { referral: 'f1', status });
    takenUp.when(outcome('taken-up')).then(waits('taken-up'));
    const done = { ...data, outcome: 'discipline', concluded: true } as const;
    takenUp.when(outcome('discipline')).then([{ type: 'ReferralOutcomeRecorded', data: done }]);
    waiting.when(outcome('discipline')).then(waits('sent'));
    inState.when(receive).then(waits('none'));
    inHand.when(receive).then(waits('received'));
    given(reviewAggregate, opened, stated, found, sent, received, recorded('no-grounds'))
      .when(outcome('discipline'))
      .then(waits('answered'));
  });
});
