import { aggregates, officeTree, REFUSALS, type RefusalCode } from '@huiyin/domain';
import type { Fact } from '@huiyin/policy';
import { by } from '@huiyin/policy/facts.fixture';
import { give, owed, registered, sent, sorted, sourceOf } from './law.fixture';

/* Articles whose duty is not a clock of the ordinary way: what is made known, and what offices agree on. */

const PACK = 'xinfang-2022';
const SENT = [
  registered('2026-03-02 09:00', `${PACK}@2`),
  sorted('2026-03-03 09:00'),
  sent('2026-03-04 10:00'),
];
const expectRefused = (outcome: unknown, code: RefusalCode, article: string): void => {
  expect(outcome).toBe(code);
  expect((REFUSALS[code] as { article?: string }).article).toContain(article);
};

describe('信访工作条例 (2022), what is made known', () => {
  const registeredOffice = by('OfficeRegistered', '2026-01-05 09:00', 'petitions', {});
  const channels = {
    online: 'https://xinfang.example/',
    postalAddress: '沈阳市和平区南湖街1号',
    phone: '024-12345678',
    reception: { place: '接待大厅', hours: '工作日 8:30–17:00' },
    progress: '凭查询码上网查询。',
  };
  const publish = (data: object) =>
    give([registeredOffice], '2026-01-06 09:00', 'PublishChannels', data, { aggregate: aggregates.offices });

  it('第十八条: an office publishes its channels, and how to ask for progress and result', () => {
    expect(publish(channels)).toEqual(['ChannelsPublished']);
  });
  it.each(Object.keys(channels))('第十八条: what does not say %s is no publication', (field) => {
    expect(() => publish({ ...channels, [field]: undefined })).toThrow();
  });
});

describe('信访工作条例 (2022), help in hardship', () => {
  const caseId = '0196a0c1-5d00-7000-8000-0000000000c1';
  const opened = by('FundOpened', '2026-01-05 09:00', 'petitions', {
    pack: `${PACK}@2`,
    office: 'petitions',
    budget_yuan: 10_000,
  });
  const asked = by('ReliefRequested', '2026-03-02 09:00', 'housing', {
    request: 'r1',
    caseId,
    amount_yuan: 8_000,
  });
  const approved = by('ReliefApproved', '2026-03-10 09:00', 'petitions', {
    request: 'r1',
    amount_yuan: 8_000,
    approvedBy: '副局长',
  });
  const step = (type: string, data: object, history: readonly Fact[]) =>
    give(history, '2026-03-11 09:00', type, data, { aggregate: aggregates.funds });

  it('第三十七条: relief is asked for in a case, decided in 10 working days and paid in 5 (local settings)', () => {
    const ask = { caseId, by: 'housing', amount_yuan: 8_000, reasons: '临时安置' };
    expect(step('RequestRelief', ask, [opened])).toEqual(['ReliefRequested']);
    expect(owed('decide-relief', [opened, asked])).toBe('petitions until 2026-03-16 23:59, open');
    expect(owed('pay-relief', [opened, asked, approved])).toBe('petitions until 2026-03-17 23:59, open');
    for (const rule of ['decide-relief', 'pay-relief'])
      expect(sourceOf(PACK, rule)).toMatch(/第三十七条.*本地设定/);
  });
  it('第三十七条: no more than the fund has is given', () =>
    expectRefused(
      step('ApproveRelief', { request: 'r1', approvedBy: '副局长', amount_yuan: 10_001 }, [opened, asked]),
      'relief-beyond-budget',
      '第三十七条',
    ));
});

describe('信访工作条例 (2022), the yearly assessment', () => {
  const opened = by('AssessmentOpened', '2025-02-03 09:00', 'city', {
    pack: `${PACK}@2`,
    year: 2025,
    yearEndsAt: '2025-12-31T15:59:59.999Z',
    offices: [{ office: 'housing', assessed: '2025/housing' }],
  });
  const step = (at: string, type: string, data: object, history: readonly Fact[]) =>
    give(history, at, type, data, { aggregate: aggregates.assessments });
  const assess = { year: 2025, office: 'housing', grade: 'adequate', findings: '两件逾期。' };

  it('第三十九条: is owed each year by the level above, within 90 d of it (local setting)', () => {
    expect(owed('assess-office', [opened])).toBe('city until 2026-03-31 23:59, open');
    expect(owed('open-assessment', [opened])).toBe('city until 2026-01-30 23:59, open');
    for (const rule of ['assess-office', 'open-assessment'])
      expect(sourceOf(PACK, rule)).toMatch(/第三十九条.*本地设定/);
    expect(step('2026-03-02 09:00', 'AssessOffice', assess, [opened])).toEqual(['OfficeAssessed']);
  });
  it('第三十九条: of a year that is over, and of no other office than those of the level below', () => {
    expectRefused(step('2025-12-01 09:00', 'AssessOffice', assess, [opened]), 'year-not-over', '第三十九条');
    const other = { ...assess, office: 'works' };
    expectRefused(
      step('2026-03-02 09:00', 'AssessOffice', other, [opened]),
      'no-assessment-owed',
      '第三十九条',
    );
    expectRefused(
      step('2026-01-15 09:00', 'OpenAssessment', { year: 2025, offices: ['works'] }, [opened]),
      'assessment-opened',
      '第三十九条',
    );
  });
});

describe('信访工作条例 (2022), offices that are concerned agree', () => {
  const tree = { petitions: { superior: 'city' }, housing: { superior: 'city' }, city: {} };
  const offices = officeTree({ ...tree, heating: { superior: 'city' } });
  const step = (history: readonly Fact[], type: string, office: string, data: object = {}) =>
    give(history, '2026-03-09 10:00', type, data, { offices, office });
  const ask = { to: 'heating', reasons: '主管道属供热单位管理。' };
  const offered = [...SENT, by('HandlingOffered', '2026-03-05 10:00', 'housing', ask)];
  const declined = [
    ...offered,
    by('HandlingDeclined', '2026-03-06 10:00', 'heating', { from: 'housing', reasons: '属户内管道。' }),
  ];

  it('第二十四条: an office that is concerned asks the other, which answers in 3 working days (local setting)', () => {
    expect(step(SENT, 'OfferHandling', 'housing', ask)).toEqual(['HandlingOffered']);
    expect(owed('answer-offer', offered)).toBe('heating until 2026-03-10 23:59, open');
    expect(sourceOf(PACK, 'answer-offer')).toMatch(/第二十四条.*本地设定/);
    expectRefused(step(offered, 'OfferHandling', 'housing', ask), 'handling-offered', '第二十四条');
  });
  it('第二十四条: they agree, and whoever agreed handles it within the same clocks', () => {
    expect(step(offered, 'TakeHandling', 'heating')).toEqual(['HandlingTaken', 'OfficeReplaced']);
    const agreed = { from: 'housing', to: 'heating', why: 'agreed' };
    const taken = [...offered, by('OfficeReplaced', '2026-03-06 10:00', 'heating', agreed)];
    expect(owed('acknowledge', taken)).toBe('heating until 2026-03-19 23:59, open');
    expectRefused(step(SENT, 'TakeHandling', 'heating'), 'no-handling-offered', '第二十四条');
  });
  it('第二十四条: they do not agree, and their common superior decides', () => {
    expectRefused(step(offered, 'ReferDispute', 'housing'), 'no-handling-dispute', '第二十四条');
    expect(step(declined, 'ReferDispute', 'housing')).toEqual(['CaseTakenBack', 'DeadlockReferred']);
    const referred = [
      ...declined,
      by('CaseTakenBack', '2026-03-09 10:00', 'petitions', { from: 'housing', why: 'disputed' }),
      by('DeadlockReferred', '2026-03-09 10:00', 'petitions', {
        to: 'city',
        returnedBy: ['housing', 'heating'],
      }),
    ];
    expect(owed('determine-handler', referred)).toBe('city until 2026-03-23 23:59, open');
    const determine = { to: 'heating', reasons: '主管道属其管理。' };
    expect(step(referred, 'DetermineHandler', 'city', determine)).toEqual(['HandlerDetermined', 'CaseSent']);
  });
});
