import { aggregates, officeTree, REFUSALS, type RefusalCode } from '@huiyin/domain';
import { bundledRules, type Fact } from '@huiyin/policy';
import { by } from '@huiyin/policy/facts.fixture';
import { given as decision } from '@huiyin/testing/decision';
import {
  accepted,
  acknowledged,
  answered,
  give,
  owed,
  registered,
  sent,
  sorted,
  sourceOf,
  stateAfter,
} from './law.fixture';

/* Articles 17–37 beyond the clocks: who may see it, which way it goes, how it is settled, reviewed and looked after. */

const PACK = 'xinfang-2022';
const REGISTERED = registered('2026-03-02 09:00', `${PACK}@2`);
const SORTED = [REGISTERED, sorted('2026-03-03 09:00')];
const SENT = [...SORTED, sent('2026-03-04 10:00')];
const ACCEPTED = [...SENT, acknowledged('2026-03-05 10:00'), accepted('2026-03-09 15:00')];
const TOLD = {
  ...answered('2026-04-20 10:00'),
  data: {
    by: 'housing',
    told: true,
    basis: '《条例》',
    outcomes: [{ claim: 'c1', outcome: 'explained', text: '无依据' }],
  },
};
const ANSWERED = [...ACCEPTED, TOLD];
const CLOSED = [...ANSWERED, by('CaseClosed', '2026-04-27 10:00', 'housing', {})];
const LEAD = '0196a0c1-5d00-7000-8000-0000000000c1';
const expectRefused = (outcome: unknown, code: RefusalCode, article: string): void => {
  expect(outcome).toBe(code);
  expect((REFUSALS[code] as { article?: string }).article).toContain(article);
};

describe('信访工作条例 (2022), receiving', () => {
  it('第十七条: nobody is asked to give up petitioning', () => {
    const data = { text: '信访人承诺不再信访。', instalments: [{ what: '维修', dueOn: '2026-06-01' }] };
    expectRefused(
      give(ACCEPTED, '2026-04-01 10:00', 'MakeAgreement', data),
      'gives-up-petitioning',
      '第十七条',
    );
  });
  it('第十八条: who only asked the way is struck on their own word alone', () => {
    const said = by('RecordDisputed', '2026-03-02 10:00', 'petitions', {
      dispute: 'd1',
      from: 'office',
      entry: 0,
      says: '误登',
    });
    const strike = { dispute: 'd1', reasons: '误登' };
    expectRefused(
      give([REGISTERED, said], '2026-03-02 11:00', 'StrikeRegistration', strike),
      'struck-by-office',
      '第十八条',
    );
  });
  it('第十九条: an oral petition is recorded in the words in which it was told, sealed', () => {
    const statement = '我家管道漏水三个月了。';
    const words = { $personal: statement, subject: expect.any(String) as string };
    decision(aggregates.cases)
      .when({
        type: 'RegisterCase',
        data: {
          channel: 'visit',
          category: 'housing',
          title: '漏水',
          place: '南湖街道',
          claims: [{ summary: '修复管道' }],
          petitioner: { name: '甄可寻', address: '桂花巷七号' },
          statement,
          receiver: 'petitions',
        },
      })
      .then([
        {
          type: 'CaseRegistered',
          data: expect.objectContaining({ statement: words, reachable: true }) as unknown,
        },
      ]);
  });
  it('第十九条: the same matter is linked, and merged into the case that is being handled', () => {
    const others = { [LEAD]: stateAfter(SENT) };
    const at = '2026-03-05 10:00';
    expect(give([REGISTERED], at, 'LinkCase', { to: LEAD, as: 'repeat' }, { others })).toEqual([
      'CaseLinked',
    ]);
    const merge = { lead: LEAD, reasons: '同一问题' };
    expect(give([REGISTERED], at, 'MergeCase', merge, { others })).toEqual(['CaseMerged']);
    const closed = { others: { [LEAD]: stateAfter(CLOSED) } };
    expectRefused(give([REGISTERED], at, 'MergeCase', merge, closed), 'lead-closed', '第十九条');
  });
});

describe('信访工作条例 (2022), who handles it', () => {
  const returned = (n: number, at: string): Fact[] => [
    sent(`${at} 10:00`),
    by('CaseObjected', `${at} 11:00`, 'housing', { reasons: '不属本单位' }),
    by('ObjectionUpheld', `${at} 12:00`, 'petitions', { from: 'housing' }),
    ...(n === 2
      ? [
          by('DeadlockReferred', `${at} 12:00`, 'petitions', {
            to: 'county',
            returnedBy: ['housing', 'housing'],
          }),
        ]
      : []),
  ];
  const twice = [...SORTED, ...returned(1, '2026-03-04'), ...returned(2, '2026-03-05')];
  const tree = { petitions: { superior: 'county' }, housing: { superior: 'county' }, county: {}, works: {} };
  const offices = officeTree({ ...tree, roads: { successor: 'works' } });

  it('第二十四条: offices agree among themselves; what came back twice is for the common superior', () => {
    const send = (to: string, history: readonly Fact[]) =>
      give(history, '2026-03-06 10:00', 'SendCase', { to }, { offices });
    expectRefused(send('housing', twice), 'common-superior-decides', '第二十四条');
    const determine = { to: 'housing', reasons: '属其职责' };
    expectRefused(
      give(SORTED, '2026-03-06 10:00', 'DetermineHandler', determine, { offices }),
      'no-deadlock',
      '第二十四条',
    );
    expect(
      give(twice, '2026-03-06 10:00', 'DetermineHandler', determine, { offices, office: 'county' }),
    ).toEqual(['HandlerDetermined', 'CaseSent']);
    expect(owed('determine-handler', twice)).toBe('county until 2026-03-19 23:59, open');
  });
  it('第二十四条: an office that was split, merged or abolished is answered for by its successor', () =>
    expectRefused(
      give(SORTED, '2026-03-06 10:00', 'SendCase', { to: 'roads' }, { offices }),
      'office-succeeded',
      '第二十四条',
    ));
  it('第二十五条: a grave or urgent matter is reported at once (1 h: local setting), also to the levels above', () => {
    const found = give([REGISTERED], '2026-03-02 09:30', 'FindUrgency', { grade: 'grave', reasons: '停暖' });
    expect(found).toEqual(['UrgencyFound']);
    const reports = [{ recipient: 'government' }, { recipient: 'petition-department-above' }];
    const event = by('UrgencyFound', '2026-03-02 09:30', 'petitions', {
      grade: 'grave',
      reasons: '',
      reports,
    });
    expect(owed('report-urgent', [REGISTERED, event])).toBe('petitions until 2026-03-02 10:30, open');
    expect(sourceOf(PACK, 'report-urgent')).toMatch(/第二十五条.*本地设定/);
    expectRefused(
      give([REGISTERED, event], '2026-03-02 10:00', 'ReportUrgent', { recipient: 'party', text: '已报告' }),
      'no-urgent-report-owed',
      '第二十五条',
    );
  });
  it('第二十五条: it goes up level by level, and is acknowledged by the level above (hours: local settings)', () => {
    const levels = officeTree({
      petitions: { superior: 'city', level: 'county' },
      city: { superior: 'province', level: 'city' },
      province: { level: 'province' },
    });
    const step = (history: readonly Fact[], type: string, data: object, office: string) =>
      give(history, '2026-03-02 10:00', type, data, { offices: levels, office });
    expect(step([REGISTERED], 'FindUrgency', { grade: 'grave', reasons: '停暖' }, 'petitions')).toEqual([
      'UrgencyFound',
      'ReportUpOwed',
    ]);
    const found = [
      REGISTERED,
      by('UrgencyFound', '2026-03-02 09:30', 'petitions', { grade: 'grave', reasons: '', reports: [] }),
      by('ReportUpOwed', '2026-03-02 09:30', 'petitions', { from: 'petitions', level: 'county', to: 'city' }),
    ];
    expect(owed('report-up-county', found)).toBe('petitions until 2026-03-02 11:30, open');
    const up = { from: 'petitions', text: '已报告' };
    expect(step(found, 'ReportUp', up, 'petitions')).toEqual(['ReportedUp', 'ReportUpOwed']);
    const told = [...found, by('ReportedUp', '2026-03-02 09:40', 'petitions', { ...up, to: 'city' })];
    expect(owed('acknowledge-report', told)).toBe('city until 2026-03-02 10:40, open');
    const acknowledge = { from: 'petitions' };
    expect(step(told, 'AcknowledgeReport', acknowledge, 'city')).toEqual(['ReportAcknowledged']);
    expectRefused(
      step(found, 'AcknowledgeReport', acknowledge, 'city'),
      'no-report-to-acknowledge',
      '第二十五条',
    );
    for (const rule of ['report-up-county', 'acknowledge-report'])
      expect(sourceOf(PACK, rule)).toMatch(/第二十五条.*本地设定/);
  });
  it('第二十八条: staff with a direct interest recuse, and take no step any more', () => {
    const recused = by('StaffRecused', '2026-03-02 10:00', 'petitions', {
      official: 'clerk',
      reasons: '亲属',
    });
    const sort = { routes: [{ claim: 'c1', route: 'residual' }] };
    expectRefused(
      give([REGISTERED, recused], '2026-03-02 11:00', 'SortCase', sort),
      'staff-recused',
      '第二十八条',
    );
    expect(give([REGISTERED, recused], '2026-03-02 11:00', 'SortCase', sort, { actor: 'other' })).toEqual([
      'CaseSorted',
    ]);
  });
  it.each(['housing', 'nanhu'])(
    '第三十条: an accusation never reaches the accused, or an office below: %s',
    (to) => {
      const below = officeTree({ petitions: {}, housing: {}, nanhu: { superior: 'housing' } });
      const accused = by('OfficeAccused', '2026-03-03 10:00', 'petitions', { office: 'housing' });
      expectRefused(
        give([...SORTED, accused], '2026-03-04 10:00', 'SendCase', { to }, { offices: below }),
        'accused-office',
        '第三十条',
      );
    },
  );
});

describe('信访工作条例 (2022), the ways', () => {
  const sort = (kind: string, route: string) =>
    give(
      [registered('2026-03-02 09:00', `${PACK}@2`, { claims: [{ id: 'c1', kind, summary: '漏水' }] })],
      '2026-03-03 09:00',
      'SortCase',
      {
        routes: [{ claim: 'c1', route }],
      },
    );
  const SIX = ['litigation', 'arbitration', 'party-appeal', 'administrative', 'statutory-duty', 'residual'];

  it.each(SIX)('第三十一条: a claim takes one of six routes: %s', (route) => {
    expect(sort('claim', route)).toEqual(['CaseSorted']);
    expectRefused(sort('suggestion', route), 'route-unfit', '第三十一条');
  });
  it.each(['suggestion', 'accusation'])('第二十九、三十条: a %s takes its own', (kind) => {
    expect(sort(kind, kind)).toEqual(['CaseSorted']);
    expect(sort(kind, 'residual')).toBe('route-unfit');
  });
  it('第三十一条: what belongs before a court goes out with directions', () => {
    const court = [
      REGISTERED,
      by('CaseSorted', '2026-03-03 09:00', 'petitions', {
        routes: [{ claim: 'c1', route: 'litigation' }],
        procedure: 'ordinary',
        litigation: true,
      }),
    ];
    expectRefused(
      give(court, '2026-03-04 09:00', 'SendCase', { to: 'housing' }),
      'litigation-goes-out',
      '第三十一条',
    );
    expect(
      give(court, '2026-03-04 09:00', 'DirectClaims', {
        directions: [{ claim: 'c1', where: '区人民法院', text: '可起诉' }],
      }),
    ).toEqual(['ClaimsDirected', 'CaseDirected']);
    expect(sourceOf(PACK, 'give-directions')).toContain('第三十一条');
  });
  it('第三十二条: what is supported is carried out before it is closed', () => {
    const promised = [{ claim: 'c1', outcome: 'supported', text: '修复', carryOutBy: '2026-06-01' }];
    const history = [
      ...ACCEPTED,
      by('CaseAnswered', '2026-04-20 10:00', 'housing', {
        outcomes: promised,
        basis: '《条例》',
        told: true,
      }),
    ];
    expectRefused(give(history, '2026-04-21 10:00', 'CloseCase'), 'claim-not-carried-out', '第三十二条');
    expect(sourceOf(PACK, 'carry-out')).toContain('第三十二条');
  });
  it('第三十三条: a mediation by consent ends in an agreement, kept instalment by instalment', () => {
    const begun = [
      ...ACCEPTED,
      by('MediationBegan', '2026-03-20 10:00', 'housing', { kind: 'people', mediator: '调委会' }),
    ];
    const agreement = { text: '更换管道', instalments: [{ what: '更换', dueOn: '2026-06-01' }] };
    expect(give(begun, '2026-03-25 10:00', 'EndMediation', { text: '达成一致', agreement })).toEqual([
      'MediationEnded',
      'AgreementMade',
    ]);
    for (const rule of ['end-mediation', 'instalment']) expect(sourceOf(PACK, rule)).toContain('第三十三条');
    expect(owed('end-mediation', begun)).toBe('housing until 2026-04-20 23:59, open');
  });
  it("第三十四条: an extension is approved by the office's head, whom the directory knows", () => {
    const offices = officeTree({ petitions: {}, housing: {} });
    const extend = (approvedBy: string) =>
      give(
        ACCEPTED,
        '2026-04-01 10:00',
        'ExtendAnswer',
        { days: 10, approvedBy, reasons: '招标' },
        { offices },
      );
    expect(extend('局长')).toEqual(['AnswerExtended']);
    offices.appoint('housing', 'handler');
    expect(extend('局长')).toEqual(['AnswerExtended']);
    offices.appoint('housing', 'first-responsible');
    expectRefused(extend('handler'), 'not-the-head', '第三十四条');
    expect(extend('first-responsible')).toEqual(['AnswerExtended']);
    offices.dismiss('housing', 'first-responsible');
    expect(extend('局长')).toEqual(['AnswerExtended']);
  });
});

const asked = (stage: string, at: string, of: string, to: string): Fact =>
  by('ReviewAsked', at, of, { stage, of, to });
const decided = (stage: string, at: string, office: string, outcome = 'uphold'): Fact =>
  by('ReviewDecided', at, office, { office: 'housing', stage, outcome, text: '意见', basis: '《条例》' });
const REVIEWED = [
  ...CLOSED,
  asked('review', '2026-05-06 10:00', 'housing', 'district'),
  decided('review', '2026-05-20 10:00', 'district'),
];
const FINAL = [
  ...REVIEWED,
  asked('re-review', '2026-06-01 10:00', 'district', 'city'),
  decided('re-review', '2026-06-20 10:00', 'city'),
];

describe('信访工作条例 (2022), review and re-review', () => {
  it('第三十五条: asked within 30 d of the opinion, of the next level above', () => {
    expect(owed('ask-review', ANSWERED)).toBe('petitions until 2026-05-20 23:59, open');
    const ask = (at: string, to: string) =>
      give(
        CLOSED,
        at,
        'AskReview',
        { to },
        { offices: officeTree({ petitions: {}, housing: { superior: 'district' }, district: {}, city: {} }) },
      );
    expect(ask('2026-05-20 23:59', 'district')).toEqual(['ReviewAsked']);
    expectRefused(ask('2026-05-21 00:00', 'district'), 'review-window-closed', '第三十五条');
    expectRefused(ask('2026-05-10 10:00', 'city'), 'not-the-next-level', '第三十五条');
  });
  it('第三十五条: answered in 30 d from receipt of the request', () => {
    expect(owed('review', REVIEWED.slice(0, -1))).toBe('district until 2026-06-05 23:59, open');
    for (const rule of ['ask-review', 'review']) expect(sourceOf(PACK, rule)).toContain('第三十五条');
  });
  it('第三十五条: an answer that was set aside is not given again', () => {
    const again = [
      ...REVIEWED.slice(0, -1),
      decided('review', '2026-05-20 10:00', 'district', 'redo'),
      by('AnswerSetAside', '2026-05-20 10:00', 'district', {
        office: 'housing',
        stage: 'review',
        outcome: 'redo',
      }),
    ];
    const { outcomes, basis } = TOLD.data;
    expectRefused(
      give(again, '2026-05-25 10:00', 'AnswerCase', { outcomes, basis }),
      'same-answer-again',
      '第三十五条',
    );
  });
  it('第三十六条: a re-review is asked within 30 d of the review, and answered in 30 d', () => {
    // The 30th day, 19 June 2026, is the Dragon Boat Festival: the last day rolls forward (local setting).
    expect(owed('ask-re-review', REVIEWED)).toBe('petitions until 2026-06-22 23:59, open');
    expect(owed('re-review', FINAL.slice(0, -1))).toBe('city until 2026-07-01 23:59, open');
    expectRefused(
      give(CLOSED, '2026-05-06 10:00', 'AskReReview', { to: 'city' }),
      'not-reviewed-yet',
      '第三十六条',
    );
    for (const rule of ['ask-re-review', 're-review']) expect(sourceOf(PACK, rule)).toContain('第三十六条');
  });
  it('第三十六条: the time of a hearing is not counted', () => {
    const asks = FINAL.slice(0, -1);
    const held = [
      ...asks,
      by('HearingBegan', '2026-06-10 10:00', 'city', {}),
      by('HearingEnded', '2026-06-15 10:00', 'city', {}),
    ];
    // Six days that the hearing touches, after 1 July.
    expect(owed('re-review', held)).toBe('city until 2026-07-07 23:59, open');
  });
  it('第三十六条: it is the only pause of a period set by the regulations', () => {
    const paused = bundledRules.pack(PACK).duties.filter(({ pausedBy }) => pausedBy !== undefined);
    const set = paused.filter(({ source }) => !source.zh.startsWith('本地设定'));
    expect(set.map(({ id }) => id)).toEqual(['re-review']);
  });
  it('第三十六条: afterwards the same facts and reasons are not accepted again', () => {
    const reopen = (newFacts: boolean) =>
      give(FINAL, '2026-07-01 10:00', 'ReopenCase', { reasons: '不服', newFacts });
    expectRefused(reopen(false), 'matter-final', '第三十六条');
    expect(reopen(true)).toEqual(['CaseReopened']);
    expect(owed('final-paper', FINAL)).toBe('city until 2026-07-06 23:59, open');
  });
  it('第三十七条: whoever was heard is looked after once it is closed', () => {
    expect(give(CLOSED, '2026-05-06 10:00', 'RecordReturnVisit', { text: '走访，供暖正常。' })).toEqual([
      'ReturnVisited',
    ]);
    expect(give(ACCEPTED, '2026-05-06 10:00', 'RecordReturnVisit', { text: '走访' })).toBe('wrong-state');
  });
});
