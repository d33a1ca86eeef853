import type { EventOf } from '../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** `target` is `t1`, `t2`, … of the letter; `value` is in the metric's unit. */
export interface Target {
  target: string;
  metric: string;
  direction: 'at-least' | 'at-most';
  value: number;
}

/** 目标责任书: what an office is to reach in a local year. */
export interface TargetEvents {
  TargetsSet: { pack: string; office: string; by: string; year: number; targets: readonly Target[] };
  /** `post`: who signed for the office. */
  TargetsSigned: { office: string; by: string; post: string };
  /** `value` null: there was nothing to count. `position`: the log position that the numbers were computed at. */
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
  TargetsConcluded: 1,
};
