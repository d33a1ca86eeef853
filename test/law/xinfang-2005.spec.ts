import { aggregates, REFUSALS } from '@huiyin/domain';
import { bundledRules, type Fact } from '@huiyin/policy';
import { by } from '@huiyin/policy/facts.fixture';
import {
  accepted,
  acknowledged,
  extended,
  give,
  owed,
  registered,
  sent,
  sorted,
  sourceOf,
} from './law.fixture';

const PACK = 'xinfang-2005';
const REGISTERED = registered('2021-03-01 09:00', `${PACK}@2`);
const SENT = [REGISTERED, sorted('2021-03-02 09:00'), sent('2021-03-03 10:00')];
const ACCEPTED = [...SENT, acknowledged('2021-03-05 10:00'), accepted('2021-03-08 15:00')];

const CLOCKS: readonly (readonly [string, string, string, readonly Fact[], string])[] = [
  [
    '第二十一条',
    'sorted and sent in 15 d',
    'sort-and-send',
    [REGISTERED],
    'petitions until 2021-03-16 23:59, open',
  ],
  [
    '二十二条',
    'whether it is accepted is decided in 15 d',
    'accept',
    SENT,
    'housing until 2021-03-18 23:59, open',
  ],
  ['第二十二条', 'and told in writing in 15 d', 'acknowledge', SENT, 'housing until 2021-03-18 23:59, open'],
  ['第三十三条', 'closed in 60 d of acceptance', 'answer', ACCEPTED, 'housing until 2021-05-07 23:59, open'],
  [
    '第三十三条',
    'extended by at most 30 d',
    'answer',
    [...ACCEPTED, extended('2021-05-06 10:00', 45)],
    'housing until 2021-06-07 23:59, open',
  ],
];

describe('信访条例 (2005), the clocks', () => {
  it.each(CLOCKS)('%s: %s', (article, _, rule, history, expected) => {
    expect(owed(rule, history)).toBe(expected);
    expect(sourceOf(PACK, rule)).toContain(article);
  });

  it('knows no 5-day objection', () => {
    expect(owed('object', SENT)).toBeUndefined();
    expect(give(SENT, '2021-03-04 10:00', 'ObjectToCase', { reasons: '不属本单位' })).toBe(
      'objection-window-closed',
    );
  });

  it('第三十四条: a review is asked in 30 d, and answered in 30 d; 第三十五条: so is a re-review', () => {
    const answered = by('CaseAnswered', '2021-04-20 10:00', 'housing', {
      outcomes: [{ claim: 'c1', outcome: 'explained', text: '无依据' }],
      basis: '《信访条例》',
      told: true,
    });
    const asked = (stage: string, at: string, of: string, to: string) =>
      by('ReviewAsked', at, of, { stage, of, to });
    const closed = [...ACCEPTED, answered, by('CaseClosed', '2021-04-27 10:00', 'housing', {})];
    expect(owed('ask-review', closed)).toBe('petitions until 2021-05-20 23:59, open');
    expect(give(closed, '2021-05-21 00:00', 'AskReview', { to: 'district' })).toBe('review-window-closed');
    const review = [...closed, asked('review', '2021-05-06 10:00', 'housing', 'district')];
    expect(owed('review', review)).toBe('district until 2021-06-07 23:59, open');
    const upheld = by('ReviewDecided', '2021-05-20 10:00', 'district', {
      office: 'housing',
      stage: 'review',
      outcome: 'uphold',
      text: '维持',
      basis: '《信访条例》',
    });
    const again = [...review, upheld, asked('re-review', '2021-06-01 10:00', 'district', 'city')];
    expect(owed('ask-re-review', [...review, upheld])).toBe('petitions until 2021-06-21 23:59, open');
    expect(owed('re-review', again)).toBe('city until 2021-07-01 23:59, open');
    for (const rule of ['ask-review', 'review']) expect(sourceOf(PACK, rule)).toContain('第三十四条');
    for (const rule of ['ask-re-review', 're-review']) expect(sourceOf(PACK, rule)).toContain('第三十五条');
  });

  it('第三十六条: advice and orders are answered in 30 d', () => {
    const rule = bundledRules.pack(PACK).duties.find(({ id }) => id === 'supervision-reply')!;
    expect(rule.period).toMatchObject({ otherwise: { unit: 'days', amount: 30 } });
    expect(rule.source.zh).toContain('第三十六条');
  });

  it('第三十六条: whoever does not adopt advice gives its reasons', () => {
    const given = by('AdviceGiven', '2021-03-01 09:00', 'petitions', {
      ...{ pack: `${PACK}@2`, office: 'housing', adviser: 'petitions', kind: 'improve-work' },
      ...{ text: '逐件回访', reasons: '重复发生', grounds: [] },
    });
    const refuse = (data: object) =>
      give([given], '2021-03-10 09:00', 'RefuseAdvice', data, { aggregate: aggregates.advice });
    expect(owed('answer-advice', [given])).toBe('housing until 2021-03-31 23:59, open');
    expect(sourceOf(PACK, 'answer-advice')).toContain('第三十六条');
    expect(refuse({})).toBe('refusal-without-reasons');
    expect(REFUSALS['refusal-without-reasons'].article).toContain('第三十六条');
    expect(refuse({ reasons: '已有类似制度' })).toEqual(['AdviceRefused']);
  });

  it('old cases keep it: a case received before 2022-05-01 falls under it whatever pack is asked for', () => {
    const form = {
      channel: 'letter',
      category: 'housing',
      title: '漏水',
      place: '南湖街道',
      claims: [{ summary: '修复管道' }],
      receiver: 'petitions',
    };
    const old = { ...form, receivedAt: '2022-04-30T15:59:59.000Z' };
    expect(give([], '2022-05-03 09:00', 'RegisterCase', old)).toEqual(['CaseRegistered']);
    const before = owed('accept', [
      registered('2022-04-30 09:00', `${PACK}@2`),
      sorted('2022-05-04 09:00'),
      sent('2022-05-05 10:00'),
    ]);
    // 15 d of 2005, not the setting of 2022, though it is sent after the change.
    expect(before).toBe('housing until 2022-05-20 23:59, open');
  });
});
