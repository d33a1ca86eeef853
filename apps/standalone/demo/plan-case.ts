import { DAY_ms, deterministicId, HOUR_ms, MINUTE_ms } from '@huiyin/kernel';
import { CATEGORIES, DISTRICTS, GIVEN_NAMES, officeFor, PETITION_CHANNELS, SURNAMES } from './city';
import type { Random } from '@huiyin/kernel';
import { lookBack, reviewed, settle, type After, type Span } from './after-answer';

/** One thing that somebody in the city does. */
export interface DemoStep {
  /** ms since the epoch. */
  at_ms: number;
  caseId: string;
  type: string;
  data: unknown;
}

/** How well the offices of the demo city keep their times: shares of cases. */
const CONDUCT = {
  sortedLate: 0.02,
  acknowledgedLate: 0.05,
  neverAcknowledged: 0.012,
  objected: 0.05,
  objectionUpheld: 0.6,
  extended: 0.08,
  answeredLate: 0.06,
  neverAnswered: 0.012,
  reopened: 0.02,
  assigned: 0.2,
  anonymous: 0.04,
  joint: 0.05,
} as const;

/** Everything that will happen with one case unless the clock of an office runs out; decided by chance alone. */
export function planCase(random: Random, seed: number, index: number, received_ms: number): DemoStep[] {
  const category = random.weighted(CATEGORIES);
  const district = random.pick(DISTRICTS);
  const hotline = random.chance(category.hotline);
  const caseId = deterministicId('demo case', seed, index);
  const steps: DemoStep[] = [];
  let at_ms = received_ms;
  const after = (wait_ms: number, type: string, data: unknown = {}): void => {
    at_ms += Math.round(wait_ms);
    steps.push({ at_ms, caseId, type, data });
  };
  const days = (from: number, to: number): number => (from + random.next() * (to - from)) * DAY_ms;
  const hours = (from: number, to: number): number => (from + random.next() * (to - from)) * HOUR_ms;
  const office = officeFor(district.id, category.id);

  after(0, 'RegisterCase', {
    ...register(random, index, hotline),
    category: category.id,
    title: random.pick(category.titles),
    place: `${district.zh}${random.pick(district.places)}`,
  });
  const claims = (steps[0]!.data as { claims: unknown[] }).claims.map((_, position) => `c${position + 1}`);
  const sortWait = hotline
    ? hours(0.05, 0.8)
    : random.chance(CONDUCT.sortedLate)
      ? days(16, 27)
      : days(0.1, 4);
  after(sortWait, 'SortCase', {
    routes: claims.map((claim) => ({ claim, route: 'residual' })),
    procedure: 'ordinary',
  });
  const mode =
    !hotline && random.chance(CONDUCT.assigned)
      ? { mode: 'assign', resultWithin_days: 90 }
      : { mode: 'refer' };
  after(2 * MINUTE_ms, 'SendCase', { to: office, ...mode });
  if (random.chance(CONDUCT.objected)) {
    after(hotline ? hours(1, 8) : days(0.5, 2.5), 'ObjectToCase', {
      reasons: '该事项不属于本单位职责范围。',
    });
    const upheld = random.chance(CONDUCT.objectionUpheld);
    after(
      hotline ? hours(0.5, 3) : days(0.3, 2),
      upheld ? 'UpholdObjection' : 'RejectObjection',
      upheld ? {} : { reasons: '按职责分工属于该单位。' },
    );
    if (upheld)
      after(hotline ? hours(0.2, 2) : days(0.1, 1.5), 'SendCase', {
        to: `${district.id}-government`,
        ...mode,
      });
  }
  const acknowledges = !random.chance(CONDUCT.neverAcknowledged);
  const acknowledgeWait = random.chance(CONDUCT.acknowledgedLate)
    ? days(16, 34)
    : hotline
      ? hours(0.1, 1)
      : days(0.5, 11);
  if (!acknowledges) return steps;
  after(hotline ? hours(0.1, 1) : acknowledgeWait, 'AcknowledgeCase', { how: hotline ? 'phone' : 'written' });
  after(hotline ? 5 * MINUTE_ms : days(0.1, 3), 'AcceptCase');
  if (random.chance(CONDUCT.neverAnswered)) return steps;
  answer(
    random,
    { hotline, claims, now_ms: () => at_ms, assigned: mode.mode === 'assign', tier: tierOf(steps[0]!) },
    after,
    days,
    hours,
  );
  if (!hotline && reviewed(random, claims, after, days) === 'reviewed') return steps;
  if (random.chance(CONDUCT.reopened)) {
    after(days(15, 60), 'ReopenCase', { reasons: '信访人反映问题再次出现。' });
    after(days(0.1, 0.15), 'SendCase', { to: office, mode: 'refer' });
    after(days(0.1, 0.3), 'AcknowledgeCase', { how: 'phone' });
    after(days(0.1, 0.5), 'AcceptCase');
  }
  return steps;
}

const tierOf = ({ data }: DemoStep): string | undefined => (data as { tier?: string }).tier;

const PERIOD_h: Readonly<Record<string, number>> = {
  emergency: 2,
  utilities: 24,
  ordinary: 168,
  complex: 360,
};

function answer(
  random: Random,
  given: {
    hotline: boolean;
    claims: readonly string[];
    now_ms: () => number;
    assigned: boolean;
    tier?: string;
  },
  after: After,
  days: Span,
  hours: Span,
): void {
  const late = random.chance(CONDUCT.answeredLate);
  const period_h = PERIOD_h[given.tier ?? ''] ?? 0;
  if (given.hotline)
    after(
      late ? hours(period_h * 1.05, period_h * 2.5) : hours(period_h * 0.1, period_h * 0.8),
      'AnswerCase',
      answerOf(random, given.claims),
    );
  else {
    const extended = random.chance(CONDUCT.extended);
    if (extended) {
      after(days(45, 55), 'ExtendAnswer', {
        days: 30,
        approvedBy: '主要负责人',
        reasons: '需要现场勘察和专业鉴定。',
      });
      after(days(0.5, 3), 'TellExtension', { how: 'written' });
      after(days(5, 25), 'AnswerCase', answerOf(random, given.claims));
    } else after(late ? days(62, 95) : days(6, 52), 'AnswerCase', answerOf(random, given.claims));
  }
  if (given.assigned) after(days(0.5, 3), 'ReportClosing', { text: '已办结，处理意见书已送达信访人。' });
  if (!given.hotline) settle(random, given.now_ms, after, days);
  after(given.hotline ? hours(2, 72) : days(1, 9), 'CloseCase');
  lookBack(random, given.hotline, after, days);
}

interface Outcome {
  weight: number;
  outcome: string;
  text: string;
  done?: boolean;
}

const OUTCOMES: readonly Outcome[] = [
  { weight: 55, outcome: 'supported', text: '诉求属实，已予解决。', done: true },
  { weight: 15, outcome: 'partly-supported', text: '部分诉求属实，已予解决。', done: true },
  { weight: 18, outcome: 'explained', text: '诉求合理，但缺乏政策依据，已作解释说明。' },
  { weight: 12, outcome: 'not-supported', text: '经调查，诉求缺乏事实依据。' },
];

const answerOf = (random: Random, claims: readonly string[]): unknown => ({
  outcomes: claims.map((claim) => {
    const { weight: _, ...outcome } = random.weighted<Outcome>(OUTCOMES);
    return { claim, ...outcome };
  }),
  basis: '《信访工作条例》第三十二条',
});

const TIERS = [
  { weight: 4, tier: 'emergency' },
  { weight: 26, tier: 'utilities' },
  { weight: 58, tier: 'ordinary' },
  { weight: 12, tier: 'complex' },
] as const;

function register(random: Random, index: number, hotline: boolean): Record<string, unknown> {
  const joint = !hotline && random.chance(CONDUCT.joint);
  const anonymous = !joint && random.chance(CONDUCT.anonymous);
  const channel = hotline ? 'phone' : random.weighted(PETITION_CHANNELS).channel;
  const claims = random.chance(0.15) ? 2 : 1;
  return {
    pack: hotline ? 'hotline-12345' : 'xinfang-2022',
    receiver: hotline ? 'linjiang-12345' : 'linjiang-petitions',
    channel,
    claims: Array.from({ length: claims }, (_, position) => ({
      kind: 'claim',
      summary: position === 0 ? '要求依法解决所反映的问题' : '要求书面说明处理过程',
    })),
    kind: joint ? 'joint' : anonymous ? 'anonymous' : 'individual',
    persons: joint ? random.between(5, 40) : 1,
    representatives: joint ? random.between(1, 5) : 1,
    ...(hotline && { tier: random.weighted(TIERS).tier }),
    ...(!anonymous && {
      petitioner: petitioner(random, index),
      statement: '来信（来电）人反映上述问题长期未得到解决，希望有关部门尽快处理。',
    }),
  };
}

function petitioner(random: Random, index: number): Record<string, string> {
  const name = random.pick([...SURNAMES]) + random.pick(GIVEN_NAMES);
  // 199 9… numbers of this form are made up, and mail goes to a domain reserved for examples (RFC 2606).
  return {
    name,
    phone: `1999${String(1_000_000 + index).slice(-7)}`,
    email: `petitioner${index}@example.org`,
    address: '（示例地址）',
  };
}
