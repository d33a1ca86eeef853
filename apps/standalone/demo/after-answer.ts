import { DAY_ms } from '@huiyin/kernel';
import type { Random } from '@huiyin/kernel';

export type After = (wait_ms: number, type: string, data?: unknown) => void;
export type Span = (from: number, to: number) => number;

/** Shares of cases. */
const CONDUCT = {
  agreement: 0.04,
  keptLate: 0.15,
  calledBack: 0.995,
  rated: 0.4,
  review: 0.08,
  reReview: 0.3,
};

const RATINGS = [
  { weight: 62, rating: 'satisfied' },
  { weight: 25, rating: 'fairly-satisfied' },
  { weight: 13, rating: 'dissatisfied' },
] as const;

const REVIEWS = [
  { weight: 75, outcome: 'uphold' },
  { weight: 25, outcome: 'redo' },
] as const;

/** Some matters are settled in two instalments before they are closed; a few of them are kept late. */
export function settle(random: Random, now_ms: () => number, after: After, days: Span): void {
  if (!random.chance(CONDUCT.agreement)) return;
  const dueOn = (day: number): string => new Date(now_ms() + day * DAY_ms).toISOString().slice(0, 10);
  const amount_yuan = random.between(5, 80) * 100;
  after(days(0.1, 1), 'MakeAgreement', {
    text: '双方协商一致，分两期履行。',
    instalments: [
      { what: '支付首期款项', dueOn: dueOn(12), amount_yuan },
      { what: '支付余款', dueOn: dueOn(40), amount_yuan },
    ],
  });
  const keep = (instalment: string, from: number, to: number): void =>
    after(days(from, to), 'KeepInstalment', { instalment, text: '款项已到账，附回单。' });
  keep('a1.1', 2, 10);
  const late = random.chance(CONDUCT.keptLate);
  keep('a1.2', late ? 32 : 5, late ? 40 : 25);
}

/** Callback and rating once the case is closed. */
export function lookBack(random: Random, hotline: boolean, after: After, days: Span): void {
  if (hotline && random.chance(CONDUCT.calledBack)) {
    const solved = random.chance(0.85);
    const satisfied = solved && random.chance(0.9);
    after(days(0.2, 5), 'RecordCallback', { responded: true, solved, satisfied, accepts: satisfied });
  }
  if (random.chance(CONDUCT.rated))
    after(days(0.1, 3), 'RateCase', {
      petitionDepartment: random.weighted(RATINGS).rating,
      handlingOffice: random.weighted(RATINGS).rating,
    });
}

/** Some petitioners ask the next level above; it mostly upholds, and sometimes orders the answer redone. */
export function reviewed(
  random: Random,
  claims: readonly string[],
  after: After,
  days: Span,
): 'reviewed' | 'let-rest' {
  if (!random.chance(CONDUCT.review)) return 'let-rest';
  after(days(0.5, 12), 'AskReview', { reasons: '对处理意见不服。' });
  const { outcome } = random.weighted(REVIEWS);
  const basis = '《信访工作条例》第三十五条';
  after(days(5, 25), 'DecideReview', { outcome, text: '经复查，作出如下意见。', basis });
  if (outcome === 'redo') {
    const outcomes = claims.map((claim) => ({
      claim,
      outcome: 'partly-supported',
      text: '重新调查后，认定部分事实属实，已纠正。',
      done: true,
    }));
    after(days(5, 20), 'AnswerCase', { outcomes, basis: '《信访工作条例》第三十二条' });
    after(days(1, 9), 'CloseCase');
  } else if (random.chance(CONDUCT.reReview)) {
    after(days(1, 20), 'AskReReview', { reasons: '对复查意见不服。' });
    after(days(5, 25), 'DecideReReview', { outcome: 'uphold', text: '维持复查意见。', basis });
    after(days(1, 10), 'IssueFinalPaper', { number: '信终', text: '该信访事项程序终结。' });
  }
  return 'reviewed';
}
