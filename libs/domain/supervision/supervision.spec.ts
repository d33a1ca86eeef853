import { dutiesOf, given, ID, on, refusal } from '@huiyin/testing/decision';
import { supervisionAggregate, type SupervisionEvent } from '.';

const about = {
  pack: 'xinfang-2022@2',
  caseId: ID,
  office: 'housing',
  by: 'petitions',
  trigger: 'breach',
} as const;
const ordered = on('2026-05-10', { type: 'SupervisionOrdered', data: about } satisfies SupervisionEvent);
const replied = { type: 'SupervisionReplied', data: { by: 'housing', text: '已修复' } } as const;
const reply = { type: 'ReplyToSupervision', data: { text: '已修复' } } as const;
const close = { type: 'CloseSupervision', data: { reasons: '已核实' } } as const;
const closed = {
  type: 'SupervisionClosed',
  data: { by: 'petitions', solved: true, reasons: '已核实' },
} as const;
const order = { type: 'OrderSupervision', data: { ...about, pack: 'xinfang-2022' } } as const;

describe('unordered', () => {
  it('is ordered, and the office owes a reply', () => {
    given(supervisionAggregate)
      .when(order)
      .then([{ type: 'SupervisionOrdered', data: about }]);
    expect(dutiesOf(ordered)).toMatchObject([
      { rule: 'supervision-reply', owner: 'housing', status: 'open' },
    ]);
  });
  it('is ordered under a pack that has been adopted', () =>
    given(supervisionAggregate)
      .when({ ...order, data: { ...about, pack: 'xinfang-1999' } })
      .then(refusal('policy-unknown')));
  it('takes no step before it is ordered', () =>
    given(supervisionAggregate).when(reply).then(refusal('does-not-exist')));
});

describe('ordered', () => {
  const inState = given(supervisionAggregate, ordered);
  const dutyId = 'supervision-reply:e1';
  const dueAt = '2026-06-09T15:59:59.999Z';
  it('is ordered once', () => inState.when(order).then(refusal('already-exists')));
  it('is replied to by the office', () => {
    inState.when(reply, { office: 'housing' }).then([replied]);
    inState.when(reply, { office: 'petitions' }).then(refusal('not-the-holder'));
  });
  it('is closed by the overseer, with or without a reply', () => {
    inState.when(close, { office: 'petitions' }).then([closed]);
    inState.when(close, { office: 'housing' }).then(refusal('not-the-holder'));
  });
  it('reminds of its reply', () =>
    inState
      .when({ type: 'RemindOffice', data: { dutyId } })
      .then([
        { type: 'OfficeReminded', data: { dutyId, rule: 'supervision-reply', office: 'housing', dueAt } },
      ]));
  it('is breached when no reply comes', () => {
    const breach = { type: 'RecordBreach', data: { dutyId } } as const;
    inState.when(breach, { now: '2026-06-01T00:00:00.000Z' }).then(refusal('not-breached'));
    inState.when(breach, { now: dueAt }).then([
      {
        type: 'DutyBreached',
        data: { dutyId, rule: 'supervision-reply', office: 'housing', overseer: 'petitions', dueAt },
      },
    ]);
  });
});

describe('replied', () => {
  const inState = given(supervisionAggregate, ordered, replied);
  it('may be replied to again, until it is closed', () => inState.when(reply).then([replied]));
  it('is closed unsolved with its reasons', () =>
    inState
      .when({ type: 'CloseSupervision', data: { solved: false, reasons: '转入倒查' } })
      .then([{ type: 'SupervisionClosed', data: { by: 'petitions', solved: false, reasons: '转入倒查' } }]));
});

describe('closed', () => {
  const inState = given(supervisionAggregate, ordered, closed);
  it('takes no other step', () => {
    inState.when(reply).then(refusal('wrong-state', { status: 'closed' }));
    inState.when(close).then(refusal('wrong-state', { status: 'closed' }));
  });
});
