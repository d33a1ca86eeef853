import { dutiesOf, given, refusal, stateAfter } from '@huiyin/testing/decision';
import { ledgerAggregate, type LedgerEvent, type LedgerEvents } from '.';

type Of<T extends LedgerEvent['type']> = Extract<LedgerEvent, { type: T }>;
const event = <T extends LedgerEvent['type']>(type: T, data: LedgerEvents[T]): Of<T> =>
  ({ type, data }) as unknown as Of<T>;

const opened = event('LedgerOpened', { pack: 'xinfang-2022@2', title: '台账', office: 'petitions' });
const form = { text: '管网改造', owner: 'housing', dueOn: '2026-10-31' };
const added = event('ItemAdded', { item: 'i1', ...form });
const reported = event('ItemReported', { item: 'i1', by: 'housing', text: '已完成' });
const cancelledBy = (by: string) => event('ItemCancelledOff', { item: 'i1', by, evidence: '核查记录' });
const cancel = (more: object = {}) =>
  ({ type: 'CancelItem', data: { item: 'i1', evidence: '核查记录', ...more } }) as const;
const archive = { type: 'ArchiveLedger', data: { number: '1' } } as const;

describe('what is owed on a ledger', () => {
  const owed = (...events: LedgerEvent[]) =>
    dutiesOf(...events).map(
      ({ rule, owner, status, dueAt }) => `${rule} ${owner} ${dueAt.slice(0, 10)} ${status}`,
    );
  it('is each item, by its day and by its owner, then its cancelling off by the keeper', () => {
    expect(owed(opened, added)).toEqual(['ledger-item housing 2026-10-31 open']);
    const [item, off] = [owed(opened, added, reported)[0], 'cancel-off petitions 2026-03-09'];
    expect(item).toBe('ledger-item housing 2026-10-31 met');
    expect(owed(opened, added, reported)[1]).toBe(`${off} open`);
    expect(owed(opened, added, reported, cancelledBy('petitions'))[1]).toBe(`${off} met`);
  });
  it('is the item again when it is opened again, by a day of its own', () => {
    const again = event('ItemReopened', {
      item: 'i1',
      by: 'petitions',
      reasons: '再漏',
      owner: 'housing',
      dueOn: '2026-12-01',
    });
    expect(owed(opened, added, reported, cancelledBy('petitions'), again).at(-1)).toBe(
      'ledger-item housing 2026-12-01 open',
    );
  });
});

describe('a ledger', () => {
  it('has items, each with an owner and a day', () => {
    given(ledgerAggregate).when({ type: 'OpenLedger', data: opened.data }).then([opened]);
    given(ledgerAggregate, opened)
      .when({ type: 'OpenLedger', data: opened.data })
      .then(refusal('already-exists'));
    given(ledgerAggregate).when(archive).then(refusal('does-not-exist'));
    given(ledgerAggregate, opened).when({ type: 'AddItem', data: form }).then([added]);
    given(ledgerAggregate, opened, added)
      .when({ type: 'AddItem', data: form })
      .then([event('ItemAdded', { item: 'i2', ...form })]);
  });
  it('hears of an item from its owner', () => {
    const report = { type: 'ReportItem', data: { item: 'i1', text: '已完成' } } as const;
    given(ledgerAggregate, opened, added).when(report).then([reported]);
    given(ledgerAggregate, opened, added)
      .when(report, { office: 'petitions' })
      .then(refusal('not-the-holder', { holder: 'housing', office: 'petitions' }));
    given(ledgerAggregate, opened)
      .when(report)
      .then(refusal('item-unknown', { item: 'i1' }));
  });
  it('cancels an item off only by another office than its owner', () => {
    const inState = given(ledgerAggregate, opened, added, reported);
    inState.when(cancel(), { office: 'housing' }).then(refusal('own-item', { owner: 'housing' }));
    for (const office of ['petitions', 'inspection'])
      inState.when(cancel(), { office }).then([cancelledBy(office)]);
    inState.when(cancel()).then([cancelledBy('petitions')]);
  });
  it('cancels nothing off without evidence', () =>
    expect(ledgerAggregate.commands['CancelItem']!.safeParse({ item: 'i1', evidence: ' ' }).success).toBe(
      false,
    ));
  it('cancels an item off once, and opens it again', () => {
    const history = [opened, added, reported, cancelledBy('petitions')];
    given(ledgerAggregate, ...history)
      .when(cancel())
      .then(refusal('item-elsewhere', { item: 'i1', status: 'cancelled-off' }));
    const again = event('ItemReopened', {
      item: 'i1',
      by: 'petitions',
      reasons: '再漏',
      owner: 'housing',
      dueOn: '2026-10-31',
    });
    const reopen = { type: 'ReopenItem', data: { item: 'i1', reasons: '再漏' } } as const;
    given(ledgerAggregate, ...history)
      .when(reopen)
      .then([again]);
    given(ledgerAggregate, opened, added).when(reopen).then(refusal('item-elsewhere'));
    // Reported, and found not to be done.
    given(ledgerAggregate, opened, added, reported).when(reopen).then([again]);
    expect(stateAfter(ledgerAggregate, ...history, again)).toMatchObject({
      items: { i1: { status: 'open' } },
    });
  });
  it('is archived when nothing on it is open, and takes no step any more', () => {
    given(ledgerAggregate, opened, added, reported)
      .when(archive)
      .then(refusal('items-open', { item: 'i1', owner: 'housing' }));
    const archived = event('LedgerArchived', { by: 'petitions', number: '1' });
    given(ledgerAggregate, opened, added, cancelledBy('petitions')).when(archive).then([archived]);
    given(ledgerAggregate, opened, archived)
      .when({ type: 'AddItem', data: form })
      .then(refusal('wrong-state', { status: 'archived' }));
  });
});
