import type { Language } from '../notice';
import { en } from './en';
import { zhCN } from './zh-CN';

/** What may stand in `{{…}}`. `name` is the recipient's own; there is no other person's data to put in. */
export const VARIABLES = [
  'name',
  'case',
  'office',
  'duty',
  'rung',
  'due',
  'days',
  'reasons',
  'outcome',
  'faults',
] as const;
export type Variable = (typeof VARIABLES)[number];

export const TEMPLATES = {
  received: ['name', 'case', 'office'],
  sent: ['name', 'case', 'office'],
  acknowledged: ['name', 'case', 'office'],
  accepted: ['name', 'case', 'office'],
  extended: ['name', 'case', 'office', 'days', 'reasons'],
  answered: ['name', 'case', 'office'],
  closed: ['name', 'case'],
  assigned: ['name', 'case', 'office'],
  reminded: ['name', 'case', 'duty', 'due'],
  breached: ['name', 'case', 'duty', 'due'],
  'breach-overseen': ['name', 'case', 'office', 'duty', 'due'],
  'urgency-reported': ['name', 'case', 'office'],
  supervised: ['name', 'case', 'office'],
  advised: ['name', 'case', 'office'],
  'advice-answered': ['name', 'case', 'office'],
  'review-opened': ['name', 'case', 'office', 'reasons'],
  'finding-proposed': ['name', 'case', 'outcome', 'reasons'],
  'finding-confirmed': ['name', 'case', 'outcome', 'reasons'],
  'finding-disputed': ['name', 'case', 'office'],
  'finding-revised': ['name', 'case', 'outcome', 'reasons'],
  'review-referred': ['name', 'case', 'office'],
  'referral-answered': ['name', 'case', 'office'],
  'referral-withdrawn': ['name', 'case', 'office'],
  'finding-below': ['name', 'case', 'office', 'outcome', 'reasons'],
  'review-outcome': ['name', 'case', 'office', 'outcome'],
  'review-outcome-revised': ['name', 'case', 'office', 'outcome'],
  'remedy-ordered': ['name', 'case', 'office'],
  'review-closed': ['name', 'case', 'office'],
  'taken-over': ['name', 'case', 'office'],
  'rung-withdrawn': ['name', 'rung'],
  'rung-reached': ['name', 'rung', 'faults'],
} as const satisfies Readonly<Record<string, readonly Variable[]>>;
export type TemplateId = keyof typeof TEMPLATES;

export interface Template {
  subject: string;
  text: string;
}

export interface Words {
  templates: Readonly<Record<TemplateId, Template>>;
  outcome: Readonly<Record<'fault' | 'no-fault', string>>;
  /** For whoever has no name that can be read. */
  nameless: string;
}

/** A language without one of the templates does not compile. */
export const WORDS: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, en };
