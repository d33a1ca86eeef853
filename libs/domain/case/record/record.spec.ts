import { dutiesOf, given, on, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate, presentIn, type CaseEvent, type CaseEvents } from '..';
import { event, registered, sorted, toAnswered, toClosed, toSent } from '../case.fixture';

const SUBJECT = '0196a0c1-5d00-7000-8000-000000000007';
const known = { ...registered, data: { ...registered.data, petitioner: { subject: SUBJECT } } };
const dispute = (more: Partial<CaseEvents['RecordDisputed']> = {}) =>
  event('RecordDisputed', {
    by: 'petitions',
    dispute: 'd1',
    from: 'petitioner',
    entry: 0,
    field: 'channel',
    says: { $personal: '我只是问路', subject: SUBJECT },
    ...more,
  });
const byOffice = dispute({ from: 'office', says: '登记有误' });
const settled = (outcome: CaseEvents['DisputeSettled']['outcome'], reasons: string) =>
  event('DisputeSettled', { by: 'petitions', dispute: 'd1', outcome, reasons });
const corrected = (more: Partial<CaseEvents['RecordCorrected']> = {}) =>
  event('RecordCorrected', {
    by: 'petitions',
    entry: 0,
    entryOn: '2026-03-02',
    type: 'CaseRegistered',
    field: 'channel',
    before: 'letter',
    after: 'phone',
    reasons: '登记有误',
    ...more,
  });
const owed = (...history: readonly CaseEvent[]) =>
  dutiesOf(...history)
    .filter(({ status, rule }) => status === 'open' && rule === 'settle-dispute')
    .map(({ owner, instance }) => `${owner} ${instance}`);

describe('a dispute', () => {
  const says = (data: object, office?: string) =>
    given(caseAggregate, known).when(
      { type: 'DisputeRecord', data: { entry: 0, ...data } },
      { ...(office && { office }) },
    );
  it("seals the petitioner's words under the petitioner's key", () =>
    says({ field: 'channel', says: '我只是问路' }).then([dispute()]));
  it("takes an office's words as they are", () =>
    says({ field: 'channel', from: 'office', says: '登记有误' }).then([byOffice]));
  it('is about an entry of the file', () =>
    says({ entry: 1, says: '不是' }).then(refusal('entry-unknown', { entry: 1 })));
  it('is taken in by an office of the case', () =>
    says({ says: '不是' }, 'water').then(
      refusal('not-the-holder', { holder: 'petitions', office: 'water' }),
    ));
  it('is taken in whatever has become of the case', () => {
    const { data } = dispute({ by: 'petitions' });
    given(caseAggregate, known, ...toClosed.slice(1))
      .when({ type: 'DisputeRecord', data: { entry: 0, field: 'channel', says: '我只是问路' } })
      .then([{ type: 'RecordDisputed', data } as CaseEvent]);
  });
  it('is owed an answer by the receiver, each one its own', () => {
    expect(owed(known, dispute(), dispute({ dispute: 'd2' }))).toEqual(['petitions d1', 'petitions d2']);
    expect(owed(known, dispute(), dispute({ dispute: 'd2' }), settled('rejected', '有签字'))).toEqual([
      'petitions d2',
    ]);
  });
  it('is of a case that exists', () =>
    given(caseAggregate)
      .when({ type: 'DisputeRecord', data: { entry: 0, says: '不是' } })
      .then(refusal('does-not-exist')));
});

describe('a dispute is settled', () => {
  const reject = (...history: CaseEvent[]) =>
    given(caseAggregate, known, ...history).when({
      type: 'RejectDispute',
      data: { dispute: 'd1', reasons: '有签字' },
    });
  it('by the receiver, with reasons', () => reject(dispute()).then([settled('rejected', '有签字')]));
  it('once, while it is open', () => {
    reject().then(refusal('dispute-unknown', { dispute: 'd1' }));
    reject(dispute(), settled('rejected', '有签字')).then(refusal('dispute-unknown', { dispute: 'd1' }));
  });
  it('by nobody else', () =>
    given(caseAggregate, known, dispute())
      .when({ type: 'RejectDispute', data: { dispute: 'd1', reasons: '无' } }, { office: 'housing' })
      .then(refusal('not-the-holder', { holder: 'petitions', office: 'housing' })));
});

describe('a correction', () => {
  const correct = (data: object, ...history: CaseEvent[]) =>
    given(caseAggregate, known, ...history).when({
      type: 'CorrectRecord',
      data: { entry: 0, field: 'channel', value: 'phone', reasons: '登记有误', ...data },
    });
  it('says what stood before', () => correct({}).then([corrected()]));
  it('settles the dispute that it names', () =>
    correct({ dispute: 'd1' }, dispute()).then([
      corrected({ dispute: 'd1' }),
      settled('corrected', '登记有误'),
    ]));
  it('starts from the last correction', () => {
    correct({ value: 'letter' }, corrected()).then([corrected({ before: 'phone', after: 'letter' })]);
    expect(presentIn([known, corrected()], 0, 'channel')).toBe('phone');
    expect(presentIn([known], 0, 'channel')).toBe('letter');
  });
  it('corrects something', () => correct({ value: 'letter' }).then(refusal('nothing-to-correct')));
  it('of what was personal is sealed too, and repeats nothing of it', () =>
    correct({ field: 'statement', value: '只来过一次' }).then([
      event('RecordCorrected', {
        by: 'petitions',
        entry: 0,
        entryOn: '2026-03-02',
        type: 'CaseRegistered',
        field: 'statement',
        after: { $personal: '只来过一次', subject: SUBJECT },
        reasons: '登记有误',
      }),
    ]));
  it('of what an office wrote changes its words', () =>
    given(caseAggregate, ...toAnswered)
      .when({
        type: 'CorrectRecord',
        data: { entry: 5, field: 'basis', value: '《城市供热条例》第二条', reasons: '引用条款有误' },
      })
      .then([
        event('RecordCorrected', {
          by: 'petitions',
          entry: 5,
          entryOn: '2026-04-28',
          type: 'CaseAnswered',
          field: 'basis',
          before: '《城市供热条例》',
          after: '《城市供热条例》第二条',
          reasons: '引用条款有误',
        }),
      ]));
  it.each([
    ['whom a case lies with', { field: 'receiver', value: 'housing' }],
    ['the clock', { field: 'receivedAt', value: '2026-03-03T00:00:00Z' }],
    ['a field that does not exist', { field: 'mood', value: 'angry' }],
    ['a field of every object', { field: 'constructor', value: 'x' }],
    ['a channel to none that there is', { field: 'channel', value: 'abnormal-visit' }],
    ['a number to a text', { field: 'persons', value: 'many' }],
  ])('does not change %s', (_, data) =>
    correct(data).then(refusal('not-correctable', { type: 'CaseRegistered', field: data.field })),
  );
  it('is of an entry of the file', () => correct({ entry: 7 }).then(refusal('entry-unknown', { entry: 7 })));
});

describe('a registration of somebody who only asked the way', () => {
  const strike = (...history: CaseEvent[]) =>
    given(caseAggregate, ...history).when({
      type: 'StrikeRegistration',
      data: { dispute: 'd1', reasons: '此人仅问路' },
    });
  const struck = event('RegistrationStruck', {
    by: 'petitions',
    reasons: '此人仅问路',
    registeredOn: '2026-03-02',
    persons: 1,
  });
  it('is struck, and owes nothing more', () => {
    const history = [known, dispute()];
    strike(...history).then([struck, settled('struck', '此人仅问路')]);
    const after = [...history, struck, settled('struck', '此人仅问路')];
    expect(stateAfter(caseAggregate, ...after).status).toBe('struck');
    expect(dutiesOf(...after).filter(({ status }) => status === 'open')).toEqual([]);
  });
  it('says on which day it was counted, and how many persons, as they were last corrected', () => {
    const five = corrected({ field: 'persons', before: 1, after: 5 });
    strike(known, five, on('2026-03-09', dispute())).then([
      event('RegistrationStruck', { ...struck.data, persons: 5 }),
      settled('struck', '此人仅问路'),
    ]);
  });
  it('is struck on the word of that person alone', () =>
    strike(known, byOffice).then(refusal('struck-by-office', { dispute: 'd1' })));
  it('is struck on a dispute', () =>
    strike(known, sorted).then(refusal('dispute-unknown', { dispute: 'd1' })));
  it('is not struck once it has been sent', () =>
    strike(...toSent, dispute()).then(refusal('wrong-state', { status: 'sent' })));
  it('takes no step after that', () =>
    given(caseAggregate, known, dispute(), struck)
      .when({ type: 'SortCase', data: { routes: [{ claim: 'c1', route: 'residual' }] } })
      .then(refusal('wrong-state', { status: 'struck' })));
  it('had its clocks run out before, and they end with it', () =>
    expect(
      dutiesOf(known, dispute(), on('2026-06-01', struck)).map(({ rule, status }) => `${rule} ${status}`),
    ).toContain('sort-and-send cancelled'));
});

test('a correction names no more representatives of a visit than a registration does (Art. 20)', () => {
  const visit = { ...known, data: { ...known.data, channel: 'visit', kind: 'joint', persons: 9 } } as const;
  const letter = { ...visit, data: { ...visit.data, channel: 'letter', representatives: 9 } } as const;
  const correct = (history: CaseEvent, field: string, value: string | number) =>
    given(caseAggregate, history).when({
      type: 'CorrectRecord',
      data: { entry: 0, field, value, reasons: '登记有误' },
    });
  correct(visit, 'representatives', 6).then(refusal('too-many-representatives'));
  correct(letter, 'channel', 'visit').then(refusal('too-many-representatives'));
  correct(letter, 'channel', 'phone').then([corrected({ after: 'phone' })]);
});

describe('what is sealed in the file', () => {
  const named = {
    ...registered,
    data: {
      ...registered.data,
      petitioner: { subject: SUBJECT, name: { $personal: '王小明', subject: SUBJECT } },
      statement: { $personal: '没有人来修', subject: SUBJECT },
    },
  };
  const reasons = '电话核实情况';
  const read = (entries?: readonly number[], office?: string, ...history: readonly CaseEvent[]) =>
    given(caseAggregate, named, dispute(), ...history).when(
      { type: 'ReadPersonal', data: { reasons, ...(entries && { entries }) } },
      { ...(office && { office }) },
    );
  const readBy = (by: string, ...entries: CaseEvents['PersonalRead']['read']) =>
    event('PersonalRead', { by, read: entries, reasons });
  const [registration, said] = [
    { entry: 0, fields: ['/petitioner/name', '/statement'] },
    { entry: 1, fields: ['/says'] },
  ] as const;

  it('is read on the record: who, which entries and fields, and why', () => {
    read(undefined, 'petitions').then([readBy('petitions', registration, said)]);
    read([1]).then([readBy('petitions', said)]);
  });
  it('is read by the office that has the case, and by the one that reviews it', () => {
    const way = toAnswered.slice(1);
    const asked = event('ReviewAsked', { stage: 'review', of: 'housing', to: 'county' });
    read([0], 'housing', ...way).then([readBy('housing', registration)]);
    const deferred = event('ClosingDeferred', { by: 'housing', cause: 'review-open' });
    read([0], 'county', ...way, asked, deferred).then([readBy('county', registration)]);
  });
  it('is read by nobody else', () =>
    read([0], 'water').then(refusal('not-the-holder', { holder: 'petitions', office: 'water' })));
  it('is in an entry of the file, and has to be there', () => {
    read([7]).then(refusal('entry-unknown', { entry: 7 }));
    given(caseAggregate, registered)
      .when({ type: 'ReadPersonal', data: { reasons } })
      .then(refusal('nothing-personal'));
  });
});
