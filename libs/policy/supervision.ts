import type { EventSelector, Text } from './pack';

/**
 * What a supervision order (督办) is given for: the six of Art. 40, and what practice adds. Stored: only ever add to it.
 */
export const SUPERVISION_TRIGGERS = [
  'breach',
  'passing-on',
  'perfunctory',
  'delay',
  'false-result',
  'refused-opinion',
  'repeats',
  'joint-letter',
  'instruction',
  'handed-down',
  'missed-instalment',
  'major-group',
] as const;
export type SupervisionTrigger = (typeof SUPERVISION_TRIGGERS)[number];

export const THRESHOLD_MAX = 10_000;
export const CHECKLIST_MAX = 20;

/** An event that counts towards a threshold, by its own fields: one, or the greatest number so far in its `amount`. */
export interface TriggerSelector extends Pick<EventSelector, 'event' | 'where'> {
  amount?: string;
  /** The field that names the office; otherwise it is the one that handles the case, as soon as there is one. */
  office?: string;
}

/** One order for each case, trigger and occurrence: it is always for an office, and about the matter. */
export interface TriggerRule {
  /** Stable, kebab-case: `third-pass`. */
  id: string;
  trigger: SupervisionTrigger;
  name: Text;
  /** The article or local setting it comes from. */
  source: Text;
  on: readonly TriggerSelector[];
  /** 1 to THRESHOLD_MAX. */
  atLeast: number;
  /** Once more at each further `atLeast`; otherwise once for the case. */
  again: boolean;
}

export interface SupervisionRules {
  triggers: readonly TriggerRule[];
  /** What the overseer looks at before an order is closed as solved; at most CHECKLIST_MAX. */
  checklist: readonly { id: string; name: Text }[];
}
