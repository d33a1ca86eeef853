import { dutiesOf, given, on, refusal } from '@huiyin/testing/decision';
import { caseAggregate } from '..';
import { event, registered, toAccepted } from '../case.fixture';
import { RECIPIENTS } from './events';

const find = { type: 'FindUrgency', data: { grade: 'grave', reasons: '管道爆裂' } } as const;
const reports = (recipients: readonly (typeof RECIPIENTS)[number][]) =>
  recipients.map((recipient) => ({ recipient }));
const found = event('UrgencyFound', { by: 'petitions', ...find.data, reports: reports(RECIPIENTS) });
const own = reports(['party', 'government', 'joint-conference']);
const report = (recipient: string) =>
  ({ type: 'ReportUrgent', data: { recipient, text: '已报告' } }) as const;
const reported = event('UrgentReported', { by: 'petitions', recipient: 'party', text: '已报告' });

describe('a grave or urgent matter', () => {
  it('is told to the own level, and by the petition department to the levels above too', () => {
    given(caseAggregate, registered).when(find).then([found]);
    given(caseAggregate, ...toAccepted)
      .when(find)
      .then([event('UrgencyFound', { by: 'housing', ...find.data, reports: own })]);
    given(caseAggregate, ...toAccepted)
      .when(find, { office: 'petitions' })
      .then([found]);
  });
  it('is found by an office of the case, once', () => {
    given(caseAggregate, ...toAccepted)
      .when(find, { office: 'water' })
      .then(refusal('not-the-holder', { holder: 'housing', office: 'water' }));
    given(caseAggregate, registered, found).when(find).then(refusal('urgent-already'));
    given(caseAggregate).when(find).then(refusal('does-not-exist'));
  });
  it('owes each report at once: one hour, each met on its own', () => {
    const history = [registered, on('2026-03-03T09:00:00+08:00', found)];
    const owed = (...more: (typeof found | typeof reported)[]) =>
      dutiesOf(...history, ...more)
        .filter(({ rule, status }) => rule === 'report-urgent' && status === 'open')
        .map(({ instance, owner, dueAt }) => `${instance} by ${owner} until ${dueAt}`);
    expect(owed()).toEqual(RECIPIENTS.map((one) => `${one} by petitions until 2026-03-03T02:00:00.000Z`));
    expect(owed(reported)).toHaveLength(RECIPIENTS.length - 1);
  });
  it('is reported to whom it is owed, by the office that found it', () => {
    given(caseAggregate, registered, found).when(report('party')).then([reported]);
    given(caseAggregate, registered, found)
      .when(report('party'), { office: 'housing' })
      .then(refusal('not-the-holder', { holder: 'petitions', office: 'housing' }));
    given(caseAggregate, registered, found, reported)
      .when(report('party'))
      .then(refusal('no-urgent-report-owed', { recipient: 'party' }));
    given(caseAggregate, registered).when(report('party')).then(refusal('no-urgent-report-owed'));
  });
});
