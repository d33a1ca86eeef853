import type { Variable } from './templates';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type ChannelName = 'email' | 'sms' | 'webhook';
export const NOTICE_STATES = ['pending', 'sending', 'sent', 'parked', 'no-channel'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What a notice says besides its words: ids, dates and texts of offices. Nothing personal: it is stored as it is. */
export interface Facts {
  /** Id of the office that the text speaks of. */
  office?: string;
  rule?: string;
  rung?: string;
  /** `id@version` of the pack that names the rule or rung. */
  policy?: string;
  /** ISO instant. */
  dueAt?: string;
  days?: string;
  reasons?: string;
  outcome?: 'fault' | 'no-fault';
  faults?: string;
}

/** Values for a template's placeholders, as people read them. */
export type Values = Partial<Record<Variable, string>>;
