import { dutiesOf, given, on, refusal } from '@huiyin/testing/decision';
import { bundledRules } from '@huiyin/policy';
import { caseAggregate } from '..';
import { officeTree } from '../../offices';
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

describe('the way up', () => {
  const LEVELS = ['township', 'county', 'city'] as const;
  const offices = officeTree({
    housing: { level: 'township', superior: 'county' },
    county: { level: 'county', superior: 'city' },
    city: { level: 'city', superior: 'province' },
    province: { level: 'province' },
    petitions: { level: 'city' },
  });
  const owes = (from: string, level: string, to: string) => event('ReportUpOwed', { from, level, to });
  const told = (from: string, to: string) => event('ReportedUp', { from, to, text: '已报告' });
  const ownFound = event('UrgencyFound', { by: 'housing', ...find.data, reports: own });
  const begun = [...toAccepted, ownFound, owes('housing', 'township', 'county')];
  const up = (from: string) => ({ type: 'ReportUp', data: { from, text: '已报告' } }) as const;
  const acknowledge = (from: string) => ({ type: 'AcknowledgeReport', data: { from } }) as const;

  it('begins with the finding, and goes on as soon as a level was told', () => {
    given(caseAggregate, ...toAccepted)
      .when(find, { offices })
      .then([ownFound, owes('housing', 'township', 'county')]);
    given(caseAggregate, ...begun)
      .when(up('housing'), { office: 'housing', offices })
      .then([told('housing', 'county'), owes('county', 'county', 'city')]);
    const atCity = [...begun, told('housing', 'county'), owes('county', 'county', 'city')];
    given(caseAggregate, ...atCity, told('county', 'city'), owes('city', 'city', 'province'))
      .when(up('city'), { offices })
      .then([told('city', 'province')]);
    given(caseAggregate, ...begun)
      .when(up('city'), { offices })
      .then(refusal('no-report-up-owed', { from: 'city' }));
    given(caseAggregate, ...begun)
      .when(up('housing'), { office: 'city', offices })
      .then(refusal('not-the-holder'));
  });
  it('ends where the directory knows of nobody above, or goes round', () => {
    const ring = officeTree({ housing: { level: 'county', superior: 'housing' } });
    for (const none of [ring, officeTree(), officeTree({ housing: { superior: 'county' } })])
      given(caseAggregate, ...toAccepted)
        .when(find, { offices: none })
        .then([ownFound]);
  });
  it('has a clock at each level, and one for the level above to acknowledge', () => {
    const at = '2026-03-20T09:00:00+08:00';
    const history = [
      ...toAccepted,
      ...[ownFound, owes('housing', 'township', 'county'), told('housing', 'county')].map((one) =>
        on(at, one),
      ),
      on(at, owes('county', 'county', 'city')),
    ];
    const owed = (...more: ReturnType<typeof event>[]) =>
      dutiesOf(...history, ...(more as never[]))
        .filter(({ rule }) => rule.startsWith('report-up') || rule === 'acknowledge-report')
        .map(({ rule, owner, status, dueAt }) => `${rule} ${owner} ${status} ${dueAt.slice(11, 16)}`);
    expect(owed()).toEqual([
      'report-up-township housing met 02:00',
      'acknowledge-report county open 02:00',
      'report-up-county county open 03:00',
    ]);
    const acknowledged = event('ReportAcknowledged', { from: 'housing', by: 'county' });
    expect(owed(on(at, acknowledged))).toContain('acknowledge-report county met 02:00');
    expect(
      LEVELS.map((level) =>
        bundledRules.pack('xinfang-2022').duties.some(({ id }) => id === `report-up-${level}`),
      ),
    ).toEqual([true, true, true]);
  });
  it('is acknowledged by the level above, once', () => {
    const atCounty = [...begun, told('housing', 'county'), owes('county', 'county', 'city')];
    const acknowledged = event('ReportAcknowledged', { from: 'housing', by: 'county' });
    given(caseAggregate, ...atCounty)
      .when(acknowledge('housing'), { office: 'county' })
      .then([acknowledged]);
    given(caseAggregate, ...atCounty)
      .when(acknowledge('housing'), { office: 'housing' })
      .then(refusal('not-the-holder'));
    given(caseAggregate, ...atCounty, acknowledged)
      .when(acknowledge('housing'))
      .then(refusal('no-report-to-acknowledge'));
    given(caseAggregate, ...begun)
      .when(acknowledge('housing'))
      .then(refusal('no-report-to-acknowledge'));
  });
  it('brings feedback from every office that was reached', () => {
    const follow = (by: string) => ({ type: 'FollowUpUrgency', data: { by, text: '已修复' } }) as const;
    const said = (by: string) => event('UrgencyFollowedUp', { by, text: '已修复' });
    const atCounty = [...begun, told('housing', 'county'), owes('county', 'county', 'city')];
    for (const by of ['housing', 'county'])
      given(caseAggregate, ...atCounty)
        .when(follow(by), { office: by })
        .then([said(by)]);
    given(caseAggregate, ...atCounty)
      .when(follow('city'))
      .then(refusal('not-the-holder'));
    given(caseAggregate, ...toAccepted)
      .when(follow('housing'))
      .then(refusal('no-urgent-report-owed'));
  });
});
