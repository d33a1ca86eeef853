import { HOUR_ms } from '@huiyin/kernel';
import { REFUSALS, type RefusalCode } from '@huiyin/domain';
import { bundledRules, duties, type Fact } from '@huiyin/policy';
import { beijing, by, fact } from '@huiyin/policy/facts.fixture';
import {
  accepted,
  acknowledged,
  answered,
  extended,
  give,
  outcomes,
  owed,
  registered,
  sent,
  sorted,
  sourceOf,
} from './law.fixture';

const PACK = 'xinfang-2022';
const REGISTERED = registered('2026-03-02 09:00', `${PACK}@2`);
const SORTED = [REGISTERED, sorted('2026-03-03 09:00')];
const SENT = [...SORTED, sent('2026-03-04 10:00')];
const ACCEPTED = [...SENT, acknowledged('2026-03-05 10:00'), accepted('2026-03-09 15:00')];
const ANSWERED = [...ACCEPTED, answered('2026-04-20 10:00')];
const ASSIGNED = [...SORTED, sent('2026-03-04 10:00', { mode: 'assign', resultWithin_days: 45 })];

/** Article, what it asks for, the duty of the pack, the history that raises it, and who owes it until when. */
type Clock = readonly [
  article: string,
  what: string,
  rule: string,
  history: readonly Fact[],
  expected: string,
];

const CLOCKS: readonly Clock[] = [
  [
    '第二十二条',
    'registered and sorted in 15 d from receipt',
    'sort-and-send',
    [REGISTERED],
    'petitions until 2026-03-17 23:59, open',
  ],
  [
    '第二十二条',
    'the 15 d run from receipt, not from registration',
    'sort-and-send',
    [registered('2026-03-05 09:00', `${PACK}@2`, { receivedAt: '2026-03-02T01:00:00.000Z' })],
    'petitions until 2026-03-17 23:59, open',
  ],
  [
    '第二十二条',
    'an assigned matter owes a closing report by the set period',
    'closing-report',
    ASSIGNED,
    'housing until 2026-04-20 23:59, open',
  ],
  [
    '第二十三条',
    'the petitioner is told in 15 d from receipt by the office',
    'acknowledge',
    SENT,
    'housing until 2026-03-19 23:59, open',
  ],
  [
    '第二十三条',
    'a misdirected matter is objected to in 5 working days from receipt',
    'object',
    SENT,
    'housing until 2026-03-11 23:59, open',
  ],
  ['第三十四条', 'closed in 60 d of acceptance', 'answer', ACCEPTED, 'housing until 2026-05-08 23:59, open'],
  [
    '第三十四条',
    'extended by 30 d',
    'answer',
    [...ACCEPTED, extended('2026-05-06 10:00', 30)],
    'housing until 2026-06-08 23:59, open',
  ],
  [
    '第三十四条',
    'never by more than 30 d, whatever the event says',
    'answer',
    [...ACCEPTED, extended('2026-05-06 10:00', 45)],
    'housing until 2026-06-08 23:59, open',
  ],
  [
    '第三十四条',
    'the petitioner is told the reasons of an extension (5 working days: local setting)',
    'extension-notice',
    [...ACCEPTED, extended('2026-05-06 10:00', 15)],
    'housing until 2026-05-12 23:59, open',
  ],
];

describe('信访工作条例 (2022), the clocks', () => {
  it.each(CLOCKS)('%s: %s', (article, _, rule, history, expected) => {
    expect(owed(rule, history)).toBe(expected);
    expect(sourceOf(PACK, rule)).toContain(article);
  });

  it('第二十三条: no notice is owed to whoever cannot be reached', () => {
    expect(owed('acknowledge', [...SORTED, sent('2026-03-04 10:00', { reachable: false })])).toBeUndefined();
  });

  it('第四十条: written feedback on a supervision order (30 d: local setting)', () => {
    const order = { pack: `${PACK}@2`, office: 'housing', by: 'petitions', caseId: 'c' };
    expect(owed('supervision-reply', [fact('SupervisionOrdered', '2026-03-02 09:00', order)])).toBe(
      'housing until 2026-04-01 23:59, open',
    );
    expect(sourceOf(PACK, 'supervision-reply')).toMatch(/第四十条.*本地设定/);
    expect(owed('acknowledge-supervision', [fact('SupervisionOrdered', '2026-03-02 09:00', order)])).toBe(
      'housing until 2026-03-05 23:59, open',
    );
  });

  it('第三十九条: the ladder is 约谈 → 通报 → 挂牌督办 → 责令限期整改', () => {
    const { ladder } = bundledRules.pack(PACK);
    expect(ladder.rungs.map(({ name }) => name.zh)).toEqual(['约谈', '通报', '挂牌督办', '责令限期整改']);
    expect(ladder.source.zh).toContain('第三十九条');
  });

  it('第五十条: what was received before 2022-05-01 keeps the regulations of 2005, recorded on the event', () => {
    const under = (receivedAt: string) =>
      duties([registered(receivedAt, PACK)], bundledRules).map(({ policy }) => policy);
    // The pack named on the event governs; which one it is, is decided at registration.
    expect(under('2026-03-02 09:00')).toEqual(['xinfang-2022@2']);
    expect(give([], '2022-06-01 09:00', 'RegisterCase', { ...FORM, pack: 'xinfang-2005' })).toBe(
      'policy-not-in-force',
    );
  });
});

const FORM = {
  channel: 'letter',
  category: 'housing',
  title: '漏水',
  place: '南湖街道',
  claims: [{ summary: '修复管道' }],
  receiver: 'petitions',
};

/** Article, the sentence, the history, the command with its data, and what comes of it. */
type Rule = readonly [
  article: string,
  what: string,
  history: readonly Fact[],
  type: string,
  data: object,
  expected: RefusalCode | readonly string[],
];

const RULES: readonly Rule[] = [
  ...['online', 'letter', 'phone', 'fax', 'visit'].map((channel): Rule => [
    '第十七条',
    `a petition comes by ${channel}`,
    [],
    'RegisterCase',
    { ...FORM, channel },
    ['CaseRegistered'],
  ]),
  [
    '第二十条',
    'a joint visit names at most 5 representatives',
    [],
    'RegisterCase',
    { ...FORM, channel: 'visit', kind: 'joint', persons: 12, representatives: 6 },
    'too-many-representatives',
  ],
  [
    '第二十条',
    'five may come',
    [],
    'RegisterCase',
    { ...FORM, channel: 'visit', kind: 'joint', persons: 12, representatives: 5 },
    ['CaseRegistered'],
  ],
  [
    '第二十一条',
    'the petitioner rates the petition department and the office',
    ANSWERED,
    'RateCase',
    { petitionDepartment: 'satisfied', handlingOffice: 'dissatisfied' },
    ['CaseRated'],
  ],
  [
    '第二十二条',
    'an assigned matter is closed only after its closing report',
    [
      ...ASSIGNED,
      acknowledged('2026-03-05 10:00'),
      accepted('2026-03-09 15:00'),
      answered('2026-04-20 10:00'),
    ],
    'CloseCase',
    {},
    'closing-report-missing',
  ],
  [
    '第二十三条',
    'the notice may be given on the spot',
    SENT,
    'AcknowledgeCase',
    { how: 'on-the-spot' },
    ['CaseAcknowledged'],
  ],
  [
    '第二十三条',
    'an objection comes with reasons, within its period',
    SENT,
    'ObjectToCase',
    { reasons: '不属本单位' },
    ['CaseObjected'],
  ],
  [
    '第三十二条',
    'the opinion answers every claim',
    ACCEPTED,
    'AnswerCase',
    { outcomes: [{ claim: 'c2', outcome: 'explained', text: '无依据' }], basis: '《条例》' },
    'claim-unknown',
  ],
  [
    '第三十二条',
    'the opinion states its legal basis',
    ACCEPTED,
    'AnswerCase',
    { outcomes, basis: '《条例》' },
    ['CaseAnswered'],
  ],
  [
    '第三十四条',
    'extended once',
    [...ACCEPTED, extended('2026-04-01 10:00', 10)],
    'ExtendAnswer',
    { days: 10, approvedBy: '局长', reasons: '招标' },
    'already-extended',
  ],
];

describe('信访工作条例 (2022), what is done and what is refused', () => {
  it.each(RULES)('%s: %s', (article, _, history, type, data, expected) => {
    const last = history.at(-1)?.occurredAt ?? '2026-03-02T01:00:00.000Z';
    const outcome = give(history, beijing(new Date(Date.parse(last) + HOUR_ms).toISOString()), type, data);
    expect(outcome).toEqual(expected);
    if (typeof outcome !== 'string' || outcome === 'claim-unknown') return;
    expect((REFUSALS[outcome] as { article?: string }).article).toContain(article);
  });

  it('第二十三条: after 5 working days it is too late to object', () => {
    expect(give(SENT, '2026-03-12 00:00', 'ObjectToCase', { reasons: '不属本单位' })).toBe(
      'objection-window-closed',
    );
    expect(give(SENT, '2026-03-11 23:59', 'ObjectToCase', { reasons: '不属本单位' })).toEqual([
      'CaseObjected',
    ]);
  });

  it('第二十三条: the material goes back only after the referrer agrees', () => {
    const objected = [...SENT, by('CaseObjected', '2026-03-05 09:00', 'housing', { reasons: '不属本单位' })];
    expect(owed('acknowledge', objected)).toMatch(/open$/);
    const upheld = [...objected, by('ObjectionUpheld', '2026-03-06 09:00', 'petitions', { from: 'housing' })];
    expect(owed('acknowledge', upheld)).toMatch(/cancelled$/);
    const rejected = [
      ...objected,
      by('ObjectionRejected', '2026-03-06 09:00', 'petitions', { office: 'housing', reasons: '属' }),
    ];
    expect(owed('acknowledge', rejected)).toMatch(/open$/);
  });

  it('第三十四条: a period that has run out is not extended', () => {
    const data = { days: 10, approvedBy: '局长', reasons: '招标' };
    expect(give(ACCEPTED, '2026-05-09 00:00', 'ExtendAnswer', data)).toBe('nothing-to-extend');
  });

  it.each(['approvedBy', 'reasons'])('第三十四条: an extension without %s is no command', (field) => {
    const data = { days: 10, approvedBy: '局长', reasons: '招标', [field]: '' };
    expect(() => give(ACCEPTED, '2026-04-01 10:00', 'ExtendAnswer', data)).toThrow();
  });

  it('第三十四条: an extension is of at most 30 days', () => {
    const data = { days: 31, approvedBy: '局长', reasons: '招标' };
    expect(() => give(ACCEPTED, '2026-04-01 10:00', 'ExtendAnswer', data)).toThrow();
  });
});
