import { articleInEnglish, REFUSALS, type RefusalCode } from '@huiyin/domain';
import { register, startApi, type TestApi } from '../api.fixture';

/*
 * A case on its way, and at each station the steps that the regulations forbid there: each is refused with its article,
 * in the language of the reader, and nothing is written.
 */

type Forbidden = readonly [article: string, slug: string, body: object, code: RefusalCode];
type Station = readonly [slug: string, body: object, forbidden: readonly Forbidden[]];

const outcome = (claim: string) => ({ claim, outcome: 'explained', text: '无依据' });
const opinion = (...claims: string[]) => ({ outcomes: claims.map(outcome), basis: '《信访工作条例》' });
const ratings = { petitionDepartment: 'satisfied', handlingOffice: 'satisfied' };
const routes = (...taken: string[]) => ({
  routes: taken.map((route, index) => ({ claim: `c${index + 1}`, route })),
});
const panel = [{ role: 'chair', from: '信访局' }, { from: '律师' }, { from: '人大代表' }];
const extension = { days: 10, approvedBy: '无此人', reasons: '招标' };
const instalments = [{ what: '维修', dueOn: '2026-06-01' }];

const REGISTERED: readonly Forbidden[] = [
  ['第二十一条', 'rate-case', ratings, 'wrong-state'],
  ['第二十二条', 'send-case', { to: 'housing' }, 'wrong-state'],
  ['第三十一条', 'sort-case', routes('residual'), 'claim-unsorted'],
  ['第三十一条', 'sort-case', routes('residual', 'residual'), 'route-unfit'],
  ['第三十二条', 'answer-case', opinion('c1', 'c2'), 'wrong-state'],
  ['第三十四条', 'close-case', {}, 'wrong-state'],
  ['第三十五条', 'ask-review', {}, 'wrong-state'],
  ['第三十六条', 'ask-re-review', {}, 'wrong-state'],
];
const LIFE: readonly Station[] = [
  [
    'sort-case',
    routes('residual', 'suggestion'),
    [
      ['第二十三条', 'acknowledge-case', {}, 'wrong-state'],
      ['第二十四条', 'determine-handler', { to: 'housing', reasons: '属其职责' }, 'no-deadlock'],
      ['第二十五条', 'report-up', { from: 'petitions', text: '已报告' }, 'no-report-up-owed'],
      [
        '第三十一条',
        'direct-claims',
        { directions: [{ claim: 'c1', where: '人民法院', text: '依法起诉' }] },
        'not-for-directions',
      ],
    ],
  ],
  [
    'send-case',
    { to: 'housing', mode: 'assign', resultWithin_days: 45 },
    [
      ['第二十三条', 'accept-case', {}, 'wrong-state'],
      ['第二十四条', 'take-handling', {}, 'no-handling-offered'],
      ['第二十四条', 'refer-dispute', {}, 'no-handling-dispute'],
      ['第三十四条', 'extend-answer', extension, 'wrong-state'],
    ],
  ],
  ['acknowledge-case', {}, [['第二十三条', 'acknowledge-case', {}, 'wrong-state']]],
  [
    'accept-case',
    {},
    [
      ['第十七条', 'make-agreement', { text: '信访人承诺不再信访。', instalments }, 'gives-up-petitioning'],
      ['第二十三条', 'object-to-case', { reasons: '不属本单位' }, 'wrong-state'],
      ['第三十一条', 'begin-hearing', {}, 'hearing-not-announced'],
      [
        '第三十一条',
        'announce-hearing',
        { heldOn: '2026-03-04', place: '听证室', panel },
        'hearing-notice-too-short',
      ],
      ['第三十二条', 'answer-case', opinion('c1'), 'claim-unanswered'],
      ['第三十三条', 'keep-instalment', { instalment: 'p1', text: '转账凭证' }, 'instalment-unknown'],
      ['第三十四条', 'extend-answer', extension, 'not-the-head'],
    ],
  ],
  [
    'answer-case',
    { ...opinion('c1', 'c2'), told: false },
    [
      ['第二十二条', 'close-case', {}, 'closing-report-missing'],
      ['第三十四条', 'extend-answer', extension, 'wrong-state'],
      ['第三十五条', 'ask-review', {}, 'next-level-unknown'],
    ],
  ],
  [
    'report-closing',
    { text: '已办结' },
    [
      ['第二十二条', 'report-closing', { text: '又报' }, 'already-reported'],
      ['第三十二条', 'close-case', {}, 'answer-not-told'],
    ],
  ],
  [
    'deliver-answer',
    {},
    [
      ['第三十二条', 'deliver-answer', {}, 'already-told'],
      [
        '第三十五条',
        'decide-review',
        { outcome: 'uphold', text: '维持', basis: '《条例》' },
        'no-review-asked',
      ],
    ],
  ],
  ['rate-case', ratings, [['第二十一条', 'rate-case', ratings, 'already-rated']]],
  [
    'close-case',
    {},
    [
      ['第三十二条', 'answer-case', opinion('c1', 'c2'), 'wrong-state'],
      ['第三十六条', 'ask-re-review', { to: 'petitions' }, 'not-reviewed-yet'],
      ['第三十六条', 'issue-final-paper', { number: '1', text: '终结' }, 'no-final-paper-owed'],
    ],
  ],
];

const HEAD = '0196a0c1-5d00-7000-8000-0000000000a1';

let api: TestApi;
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.close());

async function expectForbidden(
  path: string,
  body: object,
  article: string,
  code: RefusalCode,
): Promise<void> {
  const before = await api.head();
  for (const language of ['zh-CN', 'en']) {
    const answer = await api.post(path, body, { 'accept-language': language });
    const { code: told, detail } = answer.body as { code?: string; detail?: string };
    expect([path, told, answer.status]).toEqual([path, code, REFUSALS[code].status]);
    const named = language === 'en' ? articleInEnglish(` ${article}`) : article;
    expect([path, detail]).toEqual([path, expect.stringContaining(named)]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  }
  expect(await api.head()).toBe(before);
}

test('at every station of a case, what the regulations forbid there', async () => {
  const joint = { channel: 'visit', kind: 'joint', persons: 12, representatives: 6 };
  const form = {
    category: 'housing',
    title: '漏水',
    place: '南湖',
    claims: [{ summary: '修' }],
    receiver: 'petitions',
  };
  await expectForbidden('/api/v1/cases', { ...form, ...joint }, '第二十条', 'too-many-representatives');
  await api.post('/api/v1/offices/housing/appoint-leader', {
    post: 'first-responsible',
    official: { subject: HEAD, name: '某局长' },
    from: '2026-01-01',
  });
  const { id } = await register(api, {
    claims: [{ summary: '修复' }, { kind: 'suggestion', summary: '改造' }],
  });
  for (const [article, slug, body, code] of REGISTERED)
    await expectForbidden(`/api/v1/cases/${id}/${slug}`, body, article, code);
  for (const [step, given, forbidden] of LIFE) {
    const { status, text } = await api.post(`/api/v1/cases/${id}/${step}`, given);
    expect([step, status, text]).toEqual([step, 200, text]);
    for (const [article, slug, body, code] of forbidden)
      await expectForbidden(`/api/v1/cases/${id}/${slug}`, body, article, code);
  }
});

test('beside cases too: relief, assessment, supervision, advice', async () => {
  const { id: caseId } = await register(api);
  const on = async (path: string, body: object): Promise<void> => {
    const { status, text } = await api.post(`/api/v1/${path}`, body);
    expect([path, status < 300, text]).toEqual([path, true, text]);
  };
  await on('funds/hardship/open-fund', { name: '救助资金', office: 'petitions', budget_yuan: 100 });
  await on('funds/hardship/request-relief', { caseId, by: 'housing', amount_yuan: 101, reasons: '困难' });
  const approve = { request: 'r1', approvedBy: '副局长' };
  await expectForbidden(
    '/api/v1/funds/hardship/approve-relief',
    approve,
    '第三十七条',
    'relief-beyond-budget',
  );
  const assess = { year: 2026, offices: ['petitions'] };
  await expectForbidden(
    '/api/v1/assessments/petitions/open-assessment',
    assess,
    '第三十九条',
    'assesses-itself',
  );
  const about = { pack: 'xinfang-2022', caseId, office: 'housing' };
  const order = { ...about, by: 'housing', trigger: 'delay', reasons: '拖延' };
  await expectForbidden('/api/v1/supervisions', order, '第四十条', 'own-supervision');
  const grounds = [{ caseId }];
  const advice = {
    pack: 'xinfang-2022',
    kind: 'improve-work',
    office: 'housing',
    text: '回访',
    reasons: '重复',
    grounds,
  };
  await expectForbidden('/api/v1/advice', { ...advice, adviser: 'housing' }, '第四十条', 'own-advice');
  const { body } = await api.post('/api/v1/advice', { ...advice, adviser: 'petitions' });
  await expectForbidden(
    `/api/v1/advice/${body.id}/return-advice`,
    { reasons: '未落实', within_days: 5 },
    '第四十条',
    'wrong-state',
  );
});

test('what no article forbids names none', async () => {
  const { id } = await register(api);
  const before = await api.head();
  const { body } = await api.post(`/api/v1/cases/${id}/archive-case`, { number: '1' });
  expect(body).toMatchObject({ code: 'wrong-state', detail: expect.not.stringContaining('Art.') as unknown });
  expect(body['article']).toBeUndefined();
  expect(await api.head()).toBe(before);
});
