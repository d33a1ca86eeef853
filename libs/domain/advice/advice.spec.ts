import { bundledCalendars, bundledPacks, duties, ruleBook } from '@huiyin/policy';
import { at, decide, dutiesOf, factsOf, given, ID, on, refusal, stateAfter } from '@huiyin/testing/decision';
import { contextOf } from '../context';
import { EVERY_OFFICE, officeTree } from '../offices';
import { adviceAggregate, type AdviceEvent, type AdviceEvents } from '.';

const between = { office: 'housing', adviser: 'petitions' };
const byOffice = { ...between, by: 'housing' };
const byAdviser = { ...between, by: 'petitions' };
type Of<T extends AdviceEvent['type']> = Extract<AdviceEvent, { type: T }>;
const event = <T extends AdviceEvent['type']>(type: T, data: AdviceEvents[T]): Of<T> =>
  ({ type, data }) as unknown as Of<T>;

const form = {
  ...between,
  kind: 'improve-work',
  text: '建立台账，逐件回访',
  reasons: '同类事项重复发生',
  grounds: [{ caseId: ID, positions: [11, 14] }],
} as const;
const give = { type: 'GiveAdvice', data: { ...form, pack: 'xinfang-2022' } } as const;
const advised = event('AdviceGiven', { ...form, by: 'petitions', pack: 'xinfang-2022@2' });
const adopted = event('AdviceAdopted', { ...byOffice, plan: '即办', within_days: 45 });
const refused = event('AdviceRefused', { ...byOffice, explained: true, reasons: '不属本单位' });
const done = event('AdviceCarriedOut', { ...byOffice, text: '已落实', evidence: ['台账'] });
const owed = (...events: AdviceEvent[]) =>
  dutiesOf(on('2026-03-02', events[0]!), ...events.slice(1).map((one) => on('2026-03-10', one)))
    .filter(({ status }) => status === 'open')
    .map(({ rule, owner, overseer, dueAt }) => `${rule} ${owner} ${overseer} ${dueAt.slice(0, 10)}`);

describe('ungiven', () => {
  const inState = given(adviceAggregate);
  it('is given by a petition department, with reasons and grounds, and the office owes an answer', () => {
    inState.when(give, { office: 'petitions' }).then([advised]);
    expect(owed(advised)).toEqual(['answer-advice housing petitions 2026-04-01']);
  });
  it('rests on something', () =>
    expect(() => inState.when({ ...give, data: { ...give.data, grounds: [] } })).toThrow('grounds'));
  it('is given by one office to another, both of the directory', () => {
    inState.when(give, { office: 'water' }).then(refusal('not-the-holder'));
    inState
      .when({ ...give, data: { ...give.data, office: 'petitions' } })
      .then(refusal('own-advice', { office: 'petitions' }));
    inState.when(give, { offices: officeTree({ petitions: {} }) }).then(refusal('office-unknown'));
  });
  it('is given under a pack that has been adopted, once', () => {
    inState.when({ ...give, data: { ...give.data, pack: 'xinfang-1999' } }).then(refusal('policy-unknown'));
    given(adviceAggregate, advised).when(give).then(refusal('already-exists'));
    inState.when({ type: 'CloseAdvice', data: { reasons: '撤回' } }).then(refusal('does-not-exist'));
  });
});

describe('given', () => {
  const inState = given(adviceAggregate, on('2026-03-02', advised));
  it('is adopted by its office, which then owes what it promised', () => {
    const adopt = { type: 'AdoptAdvice', data: { plan: '即办', within_days: 45 } } as const;
    inState.when(adopt, { office: 'housing' }).then([adopted]);
    inState.when(adopt, { office: 'petitions' }).then(refusal('not-the-holder'));
    expect(owed(advised, adopted)).toEqual(['carry-out-advice housing petitions 2026-04-24']);
  });
  it('is adopted in part, with reasons for the rest; without a promise 60 days run', () => {
    const data = { plan: '台账', reasons: '人手不足' };
    const partly = event('AdvicePartlyAdopted', { ...byOffice, ...data });
    inState.when({ type: 'AdoptAdvicePartly', data }).then([partly]);
    expect(owed(advised, partly)).toEqual(['carry-out-advice housing petitions 2026-05-09']);
  });
  it('is refused with reasons, never without', () => {
    inState.when({ type: 'RefuseAdvice', data: { reasons: '不属本单位' } }).then([refused]);
    inState.when({ type: 'RefuseAdvice' }).then(refusal('refusal-without-reasons'));
    expect(owed(advised, refused)).toEqual([]);
  });
  it('is answered once', () =>
    given(adviceAggregate, advised, refused)
      .when({ type: 'AdoptAdvice', data: { plan: '即办' } })
      .then(refusal('wrong-state', { status: 'refused' })));
  it('is withdrawn by whoever gave it', () =>
    inState
      .when({ type: 'CloseAdvice', data: { reasons: '情况有变' } })
      .then([event('AdviceClosed', { ...byAdviser, outcome: 'withdrawn', reasons: '情况有变' })]));
});

describe('not answered in time', () => {
  const dutyId = 'answer-advice:e1';
  const dueAt = '2026-04-01T15:59:59.999Z';
  const record = { type: 'RecordBreach', data: { dutyId } } as const;
  const missed = event('DutyBreached', {
    dutyId,
    rule: 'answer-advice',
    office: 'housing',
    overseer: 'petitions',
    dueAt,
  });
  const told = event('SuperiorTold', {
    ...between,
    superior: 'government',
    dutyId,
    rule: 'answer-advice',
    dueAt,
  });
  const inState = given(adviceAggregate, on('2026-03-02', advised));
  const under = (superior?: string) => ({
    now: at('2026-04-02'),
    offices: officeTree({ housing: { superior } }),
  });
  it('is breached, and the superior is told, or the joint conference where there is none', () => {
    inState.when(record, under('government')).then([missed, told]);
    const conference = event('SuperiorTold', { ...told.data, superior: 'joint-conference' });
    inState.when(record, under()).then([missed, conference]);
  });
  it('tells nobody twice', () => {
    inState.when(record, under('petitions')).then([missed]);
    given(adviceAggregate, on('2026-03-02', advised), missed).when(record, under('government')).then([]);
  });
});

describe('adopted', () => {
  const inState = given(adviceAggregate, advised, adopted);
  const carryOut = { type: 'CarryOutAdvice', data: { text: '已落实', evidence: ['台账'] } } as const;
  it('is carried out with evidence, and whoever gave it looks', () => {
    inState.when(carryOut, { office: 'housing' }).then([done]);
    expect(() => inState.when({ ...carryOut, data: { text: '已落实', evidence: [] } })).toThrow('evidence');
    expect(owed(advised, adopted, done)).toEqual(['check-advice petitions petitions 2026-03-25']);
  });
  it('is nothing to carry out before it is adopted', () =>
    given(adviceAggregate, advised)
      .when(carryOut)
      .then(refusal('wrong-state', { status: 'given' })));
});

describe('carried out', () => {
  const inState = given(adviceAggregate, advised, adopted, done);
  const sendBack = { type: 'ReturnAdvice', data: { reasons: '两件未回访', within_days: 15 } } as const;
  const back = event('AdviceReturned', { ...byAdviser, ...sendBack.data });
  it('is sent back while there is more to do', () => {
    inState.when(sendBack, { office: 'petitions' }).then([back]);
    inState.when(sendBack, { office: 'housing' }).then(refusal('not-the-holder'));
    expect(owed(advised, adopted, done, back)).toEqual(['carry-out-advice housing petitions 2026-03-25']);
  });
  it('is closed by whoever gave it, and stays closed', () => {
    const closed = event('AdviceClosed', { ...byAdviser, outcome: 'carried-out', reasons: '属实' });
    const close = { type: 'CloseAdvice', data: { reasons: '属实' } } as const;
    inState.when(close).then([closed]);
    expect(owed(advised, adopted, done, closed)).toEqual([]);
    given(adviceAggregate, advised, adopted, done, closed)
      .when(close)
      .then(refusal('wrong-state', { status: 'closed' }));
  });
});

describe('refused', () => {
  const explain = { type: 'ExplainRefusal', data: { reasons: '不属本单位' } } as const;
  it('is explained further, and by nobody but the office', () => {
    const inState = given(adviceAggregate, advised, refused);
    inState.when(explain).then([event('RefusalExplained', { ...byOffice, ...explain.data })]);
    inState.when(explain, { office: 'petitions' }).then(refusal('not-the-holder'));
  });
  it('is noted by whoever gave it', () =>
    given(adviceAggregate, advised, refused)
      .when({ type: 'CloseAdvice', data: { reasons: '理由成立' } })
      .then([event('AdviceClosed', { ...byAdviser, outcome: 'refusal-noted', reasons: '理由成立' })]));
  it('under the local option says why within three working days', () => {
    const base = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;
    const rules = ruleBook([{ ...base, options: ['advice-refusal-reasons'] }], bundledCalendars);
    const silent = event('AdviceRefused', { ...byOffice, explained: false });
    const moment = at('2026-03-06');
    const issued = { id: ID, actor: 'clerk', now: moment, occurredAt: moment };
    const history = (...events: AdviceEvent[]) => factsOf(events.map((one) => on('2026-03-06', one)));
    const run = (type: 'RefuseAdvice' | 'ExplainRefusal', data: object, ...events: AdviceEvent[]) =>
      decide(
        adviceAggregate,
        { type, data },
        issued,
        stateAfter(adviceAggregate, ...events),
        contextOf(history(...events), rules, EVERY_OFFICE),
      );
    expect(run('RefuseAdvice', {}, advised)).toEqual({ ok: true, events: [silent] });
    expect(duties(history(advised, silent), rules).filter(({ status }) => status === 'open')).toMatchObject([
      { rule: 'explain-refusal', owner: 'housing', dueAt: '2026-03-11T15:59:59.999Z' },
    ]);
    expect(run('ExplainRefusal', explain.data, advised, silent)).toEqual({
      ok: true,
      events: [event('RefusalExplained', { ...byOffice, ...explain.data })],
    });
  });
});

test('under the Regulations of 2005 the answer is owed in 30 days by Art. 36', () => {
  const under2005 = event('AdviceGiven', { ...advised.data, pack: 'xinfang-2005@2' });
  expect(owed(under2005)).toEqual(['answer-advice housing petitions 2026-04-01']);
  const source = bundledPacks
    .find(({ id }) => id === 'xinfang-2005')!
    .duties.find(({ id }) => id === 'answer-advice')!.source;
  expect([source.zh, source.en]).toEqual([
    '《信访条例》（2005）第三十六条',
    'Regulations on Letters and Visits (2005), Art. 36',
  ]);
});
