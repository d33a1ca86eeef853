import { dutiesOf, given, on, refusal, type Happened } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent, type CaseEvents } from '..';
import { EVERY_OFFICE } from '../../offices';
import { event, registered, toAnswered, toSent } from '../case.fixture';

const order = { post: 'county-head', of: 'government', to: 'housing', text: '请十日内解决' } as const;
const give = (more: object = {}) => ({ type: 'GiveInstruction', data: { ...order, ...more } }) as const;
const givenBy = (more: Partial<CaseEvents['InstructionGiven']> = {}) =>
  event('InstructionGiven', { by: 'petitions', instruction: 'i1', ...order, ...more });
const instructed = on('2026-03-10', givenBy());
const said = { instruction: 'i1', text: '已解决' };
const report = { type: 'ReportInstruction', data: said } as const;
const reported = on('2026-03-16', event('InstructionReported', { by: 'housing', for: 'petitions', ...said }));
const sendBack = {
  type: 'ReturnInstruction',
  data: { instruction: 'i1', reasons: '未退费', reportWithin_days: 5 },
} as const;
const returned = on(
  '2026-03-17',
  event('InstructionReturned', { by: 'petitions', to: 'housing', ...sendBack.data }),
);
const complete = { type: 'CompleteInstruction', data: { instruction: 'i1', reasons: '已落实' } } as const;
const done = event('InstructionDone', { by: 'petitions', ...complete.data });
const open = (...history: Happened<CaseEvent>[]) =>
  dutiesOf(...history)
    .filter(({ rule, status }) => rule.endsWith('-instruction') && status === 'open')
    .map(({ rule, owner, instance, dueAt }) => `${rule} ${instance} ${owner} ${dueAt.slice(0, 10)}`);

describe('a written instruction', () => {
  it('is of a post, and the office that it names owes a report', () => {
    given(caseAggregate, ...toSent)
      .when(give())
      .then([givenBy()]);
    expect(open(...toSent, instructed)).toEqual(['report-instruction i1 housing 2026-03-25']);
    expect(open(...toSent, on('2026-03-10', givenBy({ reportWithin_days: 10 })))).toEqual([
      'report-instruction i1 housing 2026-03-20',
    ]);
  });
  it('names a post, never a person', () =>
    expect(caseAggregate.commands['GiveInstruction']!.safeParse({ ...order, post: '王市长' }).success).toBe(
      false,
    ));
  it('is recorded by the petition department, once for each', () => {
    given(caseAggregate, ...toSent)
      .when(give(), { office: 'housing' })
      .then(refusal('not-the-holder'));
    given(caseAggregate, ...toSent, instructed)
      .when(give())
      .then([givenBy({ instruction: 'i2' })]);
    given(caseAggregate).when(give()).then(refusal('does-not-exist'));
  });
  it('is for an office that there is, and never for or from one that the case accuses', () => {
    given(caseAggregate, ...toSent)
      .when(give(), { offices: { ...EVERY_OFFICE, has: (office) => office !== 'housing' } })
      .then(refusal('office-unknown', { office: 'housing' }));
    const accusing = [registered, event('OfficeAccused', { by: 'petitions', office: 'water' })];
    given(caseAggregate, ...accusing)
      .when(give({ to: 'water' }))
      .then(refusal('accused-office'));
    given(caseAggregate, ...accusing)
      .when(give({ of: 'water' }))
      .then(refusal('accused-office'));
  });
  it('is reported on by the office that owns it, and judged by the one that recorded it', () => {
    given(caseAggregate, ...toSent, instructed)
      .when(report, { office: 'water' })
      .then(refusal('not-the-holder', { holder: 'housing', office: 'water' }));
    given(caseAggregate, ...toSent, instructed)
      .when(report)
      .then([event('InstructionReported', reported.data as CaseEvents['InstructionReported'])]);
    expect(open(...toSent, instructed, reported)).toEqual(['judge-instruction i1 petitions 2026-03-23']);
    given(caseAggregate, ...toSent, instructed, reported)
      .when(complete, { office: 'housing' })
      .then(refusal('not-the-holder'));
    given(caseAggregate, ...toSent, instructed, reported)
      .when(complete)
      .then([done]);
    expect(open(...toSent, instructed, reported, done)).toEqual([]);
  });
  it('is returned where the report does not do, and another one is owed', () => {
    given(caseAggregate, ...toSent, instructed, reported)
      .when(sendBack)
      .then([event('InstructionReturned', returned.data as CaseEvents['InstructionReturned'])]);
    expect(open(...toSent, instructed, reported, returned)).toEqual([
      'report-instruction i1 housing 2026-03-23',
    ]);
  });
  it.each([
    ['reported on twice', [instructed, reported], report],
    ['judged before its report', [instructed], complete],
    ['returned before its report', [instructed], sendBack],
    ['reported on when there is none', [], report],
  ] as const)('is not %s', (_, history, command) =>
    given(caseAggregate, ...toSent, ...history)
      .when(command)
      .then(refusal('no-such-instruction')),
  );
  it('is answered before the case is closed', () =>
    given(caseAggregate, ...toAnswered, on('2026-04-29', givenBy()))
      .when({ type: 'CloseCase' })
      .then(refusal('duty-open')));
});
