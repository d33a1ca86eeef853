import type { LocalDate } from '@huiyin/kernel';
import type { Text } from './pack';

/** Who holds a talk, and who is talked to. Posts, not persons: who was in one on a day, the directory knows. */
export const POSTS = {
  'party-secretary': { zh: '党委书记', en: 'Party secretary' },
  'deputy-party-secretary': { zh: '党委副书记', en: 'deputy Party secretary' },
  'discipline-secretary': { zh: '纪委书记', en: 'secretary of the discipline commission' },
  'political-legal-secretary': { zh: '政法委书记', en: 'secretary of the political-legal commission' },
  'organisation-head': { zh: '组织部部长', en: 'head of the organisation department' },
  'deputy-in-charge': { zh: '分管负责人', en: 'deputy in charge' },
  'county-head': { zh: '县（区、市）主要负责人', en: 'head of the county' },
  'office-head': { zh: '单位主要负责人', en: 'head of the office' },
} as const satisfies Readonly<Record<string, Text>>;
export type Post = keyof typeof POSTS;

/** What a rung may ask for besides a talk and rectification; each is owed by the office above. */
export const MEASURES = {
  circular: { zh: '通报', en: 'circular' },
  'listed-supervision': { zh: '挂牌督办', en: 'listed supervision' },
  'organisational-handling': { zh: '移送组织处理', en: 'referral for organisational handling' },
  pursuit: { zh: '移送追责', en: 'referral for accountability' },
} as const satisfies Readonly<Record<string, Text>>;
export type Measure = keyof typeof MEASURES;

/** What a ranking of offices may rank: their own duties. There is no word for petitions, visits or complaints. */
export const RANKED_DUTIES = {
  'overdue-duties': { zh: '逾期职责', en: 'overdue duties' },
  'late-answers': { zh: '逾期答复', en: 'late answers' },
  'unanswered-supervision': { zh: '督办未反馈', en: 'supervision orders without a reply' },
  'confirmed-faults': { zh: '确认的过错', en: 'confirmed faults' },
} as const satisfies Readonly<Record<string, Text>>;

export interface Ranking {
  ranks: keyof typeof RANKED_DUTIES;
  every: 'month' | 'quarter';
  /** So many places from the bottom count. */
  worst: number;
  /** Only placings in rankings that follow one another without a gap count together. */
  consecutive?: boolean;
}

export interface Talk {
  /** All of them take part. */
  by: readonly Post[];
  with: readonly Post[];
  /** Several organs hold it together (集体约谈). */
  collective?: boolean;
  within_days: number;
}

/** Reached by any one of its numbers; each rung asks for more than the one before. */
export interface LadderRung {
  id: string;
  name: Text;
  /** Confirmed faults inside the window. */
  faults?: number;
  /** Confirmed faults that all fell into one heightened period (敏感期). */
  heightenedFaults?: number;
  /** Placings among the worst of the ladder's ranking. */
  placings?: number;
  talk?: Talk;
  rectification?: { within_days: number };
  measures?: readonly { measure: Measure; within_days: number }[];
  /** 重点管理, until the office comes down. */
  keyManagement?: boolean;
}

/** Named local days, both included, in which offices answer more strictly; it never changes what a petitioner may do. */
export interface HeightenedPeriod {
  name: Text;
  from: LocalDate;
  to: LocalDate;
}

/** Only confirmed faults, and placings in a ranking of the offices' own duties, lead up. */
export interface Ladder {
  id: string;
  source: Text;
  /** Counted back from the fault or the placing. */
  window: { unit: 'days'; amount: number };
  ranking?: Ranking;
  heightened?: readonly HeightenedPeriod[];
  /** Talks in one calendar year after which the office gets no award for that year. */
  noAwardAfterTalks?: number;
  /** Days without a new fault or placing before the office may come down; nothing it asked for may be open either. */
  comeDownAfter_days?: number;
  rungs: readonly LadderRung[];
}
