import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** 协办: helps the lead office; 吹哨: a department that is called in, and has to report for duty. */
export const CALLS = ['helper', 'whistle'] as const;
export const MARKS = ['good', 'fair', 'poor'] as const;

export interface HelpersEvents {
  HelpCalled: {
    by: string;
    helper: string;
    how: (typeof CALLS)[number];
    task: string;
    within_workingDays?: number;
  };
  HelpGiven: { by: string; helper: string; text: string };
  /** Whoever called says what the help was worth: of the office, not of a person. */
  HelpAssessed: { by: string; helper: string; mark: (typeof MARKS)[number]; reasons: string };
}

export type HelpersEvent = EventOf<HelpersEvents>;

export const helpersVersions: Readonly<Record<HelpersEvent['type'], number>> = {
  HelpCalled: 1,
  HelpGiven: 1,
  HelpAssessed: 1,
};
