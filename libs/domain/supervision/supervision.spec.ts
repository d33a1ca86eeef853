import { deterministicId } from '@huiyin/kernel';
import { bundledRules, explain, onceAfter } from '@huiyin/policy';
import { at, dutiesOf, given, on, refusal, type Happened } from '@huiyin/testing/decision';
import { ITEMS_MAX, supervisionAggregate, type SupervisionEvent, type SupervisionEvents } from '.';
import { event as caseEvent, registered, toAccepted, toAnswered, toSent } from '../case/case.fixture';
import { aggregates } from '../aggregates';
import type { Offices } from '../decider';
import { formOf } from '../form-of';
import { EVERY_OFFICE } from '../offices';

type Of<T extends SupervisionEvent['type']> = Extract<SupervisionEvent, { type: T }>;
const event = <T extends SupervisionEvent['type']>(type: T, data: SupervisionEvents[T]): Of<T> =>
  ({ type, data }) as unknown as Of<T>;

const CASE = '0196a0c1-5d00-7000-8000-0000000000c1';
const about = {
  pack: 'xinfang-2022@2',
  caseId: CASE,
  office: 'housing',
  by: 'petitions',
  trigger: 'breach',
} as const;
const CHECKLIST = ['investigated', 'corrected', 'solved', 'duty-done', 'responsibility'];
const raised = {
  ...about,
  dutyId: 'acknowledge:e3',
  rule: 'acknowledge',
  dueAt: '2026-03-18T15:59:59.999Z',
};
const ordered = on('2026-05-10', event('SupervisionOrdered', { ...raised, checklist: CHECKLIST }));
const replied = event('SupervisionReplied', { by: 'housing', text: '已修复' });
const reply = { type: 'ReplyToSupervision', data: { text: '已修复' } } as const;
const close = { type: 'CloseSupervision', data: { reasons: '已核实' } } as const;
const closed = event('SupervisionClosed', { by: 'petitions', solved: true, reasons: '已核实' });
const tick = { type: 'TickChecklist', data: { items: CHECKLIST, evidence: '核查记录' } } as const;
const ticked = event('ChecklistTicked', { by: 'petitions', ...tick.data });
const order = { type: 'OrderSupervision', data: { ...raised, pack: 'xinfang-2022' } } as const;
const cases = (...history: readonly Happened<{ type: string; data: unknown }>[]) => ({
  histories: { [CASE]: history },
});
const open = (...history: Happened<SupervisionEvent>[]) =>
  dutiesOf(...history)
    .filter(({ status }) => status === 'open')
    .map(({ rule, owner, dueAt }) => `${rule} ${owner} ${dueAt.slice(0, 10)}`);

describe('unordered', () => {
  it('is ordered, with the checklist of the pack, and the office owes its receipt and a reply', () => {
    given(supervisionAggregate)
      .when(order)
      .then([event('SupervisionOrdered', { ...raised, checklist: CHECKLIST })]);
    expect(open(ordered)).toEqual([
      'acknowledge-supervision housing 2026-05-13',
      'supervision-reply housing 2026-06-09',
    ]);
  });
  it('owes its reply as soon as the order says', () =>
    expect(
      open(on('2026-05-10', event('SupervisionOrdered', { ...raised, replyWithin_days: 10 }))),
    ).toContain('supervision-reply housing 2026-05-20'));
  it('is ordered under a pack that has been adopted', () =>
    given(supervisionAggregate)
      .when({ ...order, data: { ...about, pack: 'xinfang-1999' } })
      .then(refusal('policy-unknown')));
  it('takes no step before it is ordered', () =>
    given(supervisionAggregate).when(reply).then(refusal('does-not-exist')));
});

describe('by hand', () => {
  const data = { ...about, pack: 'xinfang-2022', trigger: 'perfunctory', reasons: '未到现场' } as const;
  const hand = (more: object = {}) => ({ type: 'OrderSupervision', data: { ...data, ...more } }) as const;
  const looked = cases(...toSent);
  it.each(['handed-down', 'instruction', 'major-group', 'perfunctory', 'delay', 'false-result'] as const)(
    'is ordered where somebody judges so (%s), with reasons',
    (trigger) =>
      given(supervisionAggregate)
        .when(hand({ trigger }), looked)
        .then([event('SupervisionOrdered', { ...data, pack: about.pack, trigger, checklist: CHECKLIST })]),
  );
  it('is not ordered without reasons', () =>
    given(supervisionAggregate)
      .when(hand({ reasons: undefined }), looked)
      .then(refusal('supervision-unreasoned')));
  it('is ordered by the office that is named, of another one that there is', () => {
    const unknown: Offices = { ...EVERY_OFFICE, has: () => false };
    given(supervisionAggregate)
      .when(hand(), { ...looked, office: 'water' })
      .then(refusal('not-the-holder'));
    given(supervisionAggregate)
      .when(hand({ office: 'petitions' }), looked)
      .then(refusal('own-supervision'));
    given(supervisionAggregate)
      .when(hand(), { ...looked, offices: unknown })
      .then(refusal('office-unknown'));
  });
  it('is about a case that there is, and not by an office that it accuses', () => {
    given(supervisionAggregate)
      .when(hand())
      .then(refusal('case-unknown', { case: CASE }));
    const accused = cases(...toSent, caseEvent('OfficeAccused', { by: 'city', office: 'petitions' }));
    given(supervisionAggregate)
      .when(hand(), accused)
      .then(refusal('accused-office', { office: 'petitions' }));
  });
  it('may name a duty that the office has missed, once whoever orders it, and no other', () => {
    const { dutyId, rule, dueAt } = raised;
    const late = { ...looked, now: at('2026-03-19') };
    given(supervisionAggregate)
      .when(hand({ dutyId }), late)
      .then([
        event('SupervisionOrdered', { ...data, pack: about.pack, dutyId, rule, dueAt, checklist: CHECKLIST }),
      ]);
    given(supervisionAggregate)
      .when(hand({ dutyId }), { ...looked, now: at('2026-03-16') })
      .then(refusal('not-breached', { dutyId, dueAt }));
    for (const other of [{ dutyId: 'acknowledge:e9' }, { dutyId, office: 'water' }])
      given(supervisionAggregate).when(hand(other), late).then(refusal('duty-unknown'));
    expect(supervisionAggregate.idFor!(hand({ dutyId }) as never)).toBe(
      deterministicId('supervision', onceAfter(dutyId, 'supervise')),
    );
  });
  it('leaves to the record what only the record knows', () => {
    const form = formOf(aggregates.supervisions, 'OrderSupervision');
    expect(form.safeParse(hand().data).success).toBe(true);
    for (const own of [{ threshold: 'third-pass' }, { dueAt: raised.dueAt }, { cites: [1] }])
      expect(form.safeParse({ ...hand().data, ...own }).success).toBe(false);
  });
});

describe('ordered', () => {
  const inState = given(supervisionAggregate, ordered);
  const dutyId = 'supervision-reply:e1';
  const dueAt = '2026-06-09T15:59:59.999Z';
  it('is ordered once', () => inState.when(order).then(refusal('already-exists')));
  it('is acknowledged by the office, once, and its reply stays owed', () => {
    const acknowledged = event('SupervisionAcknowledged', { by: 'housing' });
    const acknowledge = { type: 'AcknowledgeSupervision' } as const;
    inState.when(acknowledge, { office: 'housing' }).then([acknowledged]);
    inState.when(acknowledge, { office: 'petitions' }).then(refusal('not-the-holder'));
    given(supervisionAggregate, ordered, acknowledged)
      .when(acknowledge)
      .then(refusal('wrong-state', { status: 'acknowledged' }));
    expect(open(ordered, acknowledged)).toEqual(['supervision-reply housing 2026-06-09']);
  });
  it('is breached when nobody acknowledges it, whatever else is still to come', () => {
    const unacknowledged = dutiesOf(ordered).find(({ rule }) => rule === 'acknowledge-supervision')!;
    const { id, dueAt: due } = unacknowledged;
    const about = { dutyId: id, rule: 'acknowledge-supervision', office: 'housing', dueAt: due };
    inState.when({ type: 'RemindOffice', data: { dutyId: id } }).then([event('OfficeReminded', about)]);
    inState
      .when({ type: 'RecordBreach', data: { dutyId: id } }, { now: due })
      .then([event('DutyBreached', { ...about, overseer: 'petitions' })]);
    expect(explain(unacknowledged, bundledRules, 'zh-CN')).toMatch(/签收督办.*3个工作日/);
    expect(explain(unacknowledged, bundledRules, 'en')).toMatch(
      /Acknowledge the supervision order.*3 working days/,
    );
  });
  it('is replied to by the office', () => {
    inState.when(reply, { office: 'housing' }).then([replied]);
    inState.when(reply, { office: 'petitions' }).then(refusal('not-the-holder'));
  });
  it('reminds of its reply', () =>
    inState
      .when({ type: 'RemindOffice', data: { dutyId } })
      .then([event('OfficeReminded', { dutyId, rule: 'supervision-reply', office: 'housing', dueAt })]));
  it('is breached when no reply comes', () => {
    const breach = { type: 'RecordBreach', data: { dutyId } } as const;
    inState.when(breach, { now: '2026-06-01T00:00:00.000Z' }).then(refusal('not-breached'));
    inState.when(breach, { now: dueAt }).then([
      event('DutyBreached', {
        dutyId,
        rule: 'supervision-reply',
        office: 'housing',
        overseer: 'petitions',
        dueAt,
      }),
    ]);
  });
});

describe('the checklist', () => {
  it('grows, and is ticked by the overseer with evidence, each item once', () => {
    const added = event('ChecklistItemAdded', { by: 'petitions', item: 'x1', text: '退费' });
    given(supervisionAggregate, ordered)
      .when({ type: 'AddChecklistItem', data: { text: '退费' } })
      .then([added]);
    given(supervisionAggregate, ordered).when(tick, { office: 'petitions' }).then([ticked]);
    given(supervisionAggregate, ordered).when(tick, { office: 'housing' }).then(refusal('not-the-holder'));
    given(supervisionAggregate, ordered, ticked)
      .when(tick)
      .then(refusal('checklist-item-unknown', { item: 'investigated' }));
    given(supervisionAggregate, ordered, ticked, added)
      .when(close, cases(...toAnswered))
      .then(refusal('checklist-open', { items: 'x1' }));
  });
});

it('a checklist has an end', () => {
  const items = Array.from({ length: ITEMS_MAX }, (_, n) => `i${n}`);
  given(supervisionAggregate, event('SupervisionOrdered', { ...about, checklist: items }))
    .when({ type: 'AddChecklistItem', data: { text: '退费' } })
    .then(refusal('checklist-full', { items: ITEMS_MAX }));
});

describe('a site visit', () => {
  const planned = event('SiteVisitPlanned', {
    by: 'petitions',
    visit: 'v1',
    on: '2026-05-20',
    announced: false,
  });
  const reported = event('SiteVisitReported', { by: 'petitions', visit: 'v1', text: '已更换' });
  const report = { type: 'ReportSiteVisit', data: { visit: 'v1', text: '已更换' } } as const;
  it('is planned for a day ahead, and its report is owed by the overseer on that day', () => {
    const plan = { type: 'PlanSiteVisit', data: { on: '2026-05-20', announced: false } } as const;
    given(supervisionAggregate, ordered).when(plan).then([planned]);
    given(supervisionAggregate, ordered)
      .when({ ...plan, data: { on: '2026-05-09' } })
      .then(refusal('promised-in-the-past'));
    expect(open(ordered, planned)).toContain('report-site-visit petitions 2026-05-20');
    expect(open(ordered, planned, reported)).toEqual(open(ordered));
  });
  it('is reported once', () => {
    given(supervisionAggregate, ordered, planned).when(report).then([reported]);
    given(supervisionAggregate, ordered, planned, reported)
      .when(report)
      .then(refusal('no-such-visit', { visit: 'v1' }));
  });
});

describe('hung out', () => {
  const data = { until: '2026-07-31', reasons: '多次督办未解决' };
  const list = { type: 'ListSupervision', data } as const;
  const listed = event('SupervisionListed', { by: 'petitions', office: 'housing', ...data });
  const delist = { type: 'DelistSupervision', data: { reasons: '已解决' } } as const;
  const delisted = event('SupervisionDelisted', { by: 'petitions', reasons: '已解决' });
  it('names a day by which the office owes that it is solved', () => {
    given(supervisionAggregate, ordered).when(list).then([listed]);
    expect(open(ordered, listed)).toContain('solve-listed housing 2026-07-31');
    expect(open(ordered, listed, delisted)).toEqual(open(ordered));
    const overruled = event('SupervisionClosed', { by: 'petitions', solved: false, reasons: 'r' });
    expect(new Set(dutiesOf(ordered, listed, overruled).map(({ status }) => status))).toEqual(
      new Set(['cancelled']),
    );
  });
  it('is listed once at a time, and taken down by who listed it', () => {
    given(supervisionAggregate, ordered, listed).when(list).then(refusal('listed-already'));
    given(supervisionAggregate, ordered).when(delist).then(refusal('not-listed'));
    given(supervisionAggregate, ordered, listed)
      .when(delist, { office: 'housing' })
      .then(refusal('not-the-holder'));
    given(supervisionAggregate, ordered, listed).when(delist).then([delisted]);
  });
});

describe('replied', () => {
  const inState = given(supervisionAggregate, ordered, replied);
  it('may be replied to again, until it is closed', () => inState.when(reply).then([replied]));
  it('is returned where it does not do, and another reply is owed', () => {
    const returned = event('ReplyReturned', {
      by: 'petitions',
      office: 'housing',
      reasons: '未说明',
      replyWithin_days: 5,
    });
    const back = { type: 'ReturnReply', data: { reasons: '未说明', replyWithin_days: 5 } } as const;
    inState.when(back).then([returned]);
    given(supervisionAggregate, ordered)
      .when(back)
      .then(refusal('wrong-state', { status: 'ordered' }));
    expect(open(ordered, replied)).toEqual([]);
    expect(open(ordered, replied, on('2026-05-12', returned))).toEqual([
      'supervision-reply housing 2026-05-18',
    ]);
  });
  it('is overruled with its reasons, solved or not', () =>
    inState
      .when({ type: 'CloseSupervision', data: { solved: false, reasons: '转入倒查' } })
      .then([event('SupervisionClosed', { by: 'petitions', solved: false, reasons: '转入倒查' })]));
});

describe('closing it as solved', () => {
  const inState = given(supervisionAggregate, ordered, replied, ticked);
  it('is for the overseer, once the duty that it is about is met', () => {
    inState.when(close, { office: 'petitions', ...cases(...toAccepted) }).then([closed]);
    inState.when(close, { office: 'housing', ...cases(...toAccepted) }).then(refusal('not-the-holder'));
  });
  it('is refused while that duty runs, whatever was replied', () =>
    inState
      .when(close, cases(...toSent))
      .then(refusal('supervision-unsolved', { case: CASE, status: 'open', dutyId: 'acknowledge:e3' })));
  it('is refused, where it is about no duty, until the case has an answer', () => {
    const { dutyId: _, rule: __, ...matter } = raised;
    const onMatter = given(supervisionAggregate, event('SupervisionOrdered', matter));
    onMatter
      .when(close, cases(...toAccepted))
      .then(refusal('supervision-unsolved', { case: CASE, status: 'accepted' }));
    onMatter.when(close, cases(...toAnswered)).then([closed]);
    onMatter.when(close, cases(registered)).then(refusal('supervision-unsolved'));
  });
  it('is refused before everything was looked at', () =>
    given(supervisionAggregate, ordered, replied)
      .when(close, cases(...toAccepted))
      .then(refusal('checklist-open')));
});

describe('closed', () => {
  const inState = given(supervisionAggregate, ordered, closed);
  it('takes no other step', () => {
    inState.when(reply).then(refusal('wrong-state', { status: 'closed' }));
    inState.when(close).then(refusal('wrong-state', { status: 'closed' }));
    inState.when(tick).then(refusal('wrong-state', { status: 'closed' }));
  });
});
