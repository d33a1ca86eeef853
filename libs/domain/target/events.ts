import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** `target` is `t1`, `t2`, … of the letter; `value` is in the metric's unit. */
export interface Target {
  target: string;
  metric: string;
  direction: 'at-least' | 'at-most';
  value: number;
}

/** 目标责任书: what an office is to reach in a local year. */
export interface TargetEvents extends EscalatedEvents, SuccessionEvents {
  TargetsSet: { pack: string; office: string; by: string; year: number; targets: readonly Target[] };
  /** `post`: who signed for the office. `for`: the office that set them; `yearEndsAt`: the report is owed from here. */
  TargetsSigned: { office: string; by: string; post: string; for: string; yearEndsAt: Instant };
  /** What the office says of its year. */
  TargetsReported: { office: string; by: string; text: string };
  /** Computed, never told: `value` null: there was nothing to count; `position`: up to where the log was counted. */
  TargetsConcluded: {
    office: string;
    by: string;
    year: number;
    position: number;
    results: readonly { target: string; value: number | null; met: boolean }[];
  };
}

export type TargetEvent = EventOf<TargetEvents>;

/** The version that each is stored in today. */
export const targetVersions: Readonly<Record<TargetEvent['type'], number>> = {
  TargetsSet: 1,
  TargetsSigned: 1,
  TargetsReported: 1,
  TargetsConcluded: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
