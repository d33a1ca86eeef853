import type { LocalDate } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { EventOf } from '../decider';
import type { EscalatedEvents } from '../escalated';
import type { SuccessionEvents } from '../succession';

/* Stored names are law: change one only by adding a version and its upcaster. */

/** `report` is `office/day`. */
interface Reported {
  report: string;
  by: string;
  day: LocalDate;
}

export interface DriveEvents extends EscalatedEvents, SuccessionEvents {
  /** `by`: the office above all of `offices`. */
  DriveOpened: {
    pack: string;
    by: string;
    subject: string;
    offices: readonly string[];
    from: LocalDate;
    to: LocalDate;
    /** The last moment of the last day: from then on the office that opened it owes the result. */
    endsAt: Instant;
  };
  /** Each office owes a report for this day, from its first moment to its last. */
  ReportsCalled: {
    by: string;
    day: LocalDate;
    opensAt: Instant;
    reports: readonly { report: string; office: string }[];
  };
  /** 零报告: the office says that there was nothing. */
  ZeroReported: Reported;
  MattersReported: Reported & { count: number; text: string };
  DriveClosed: { by: string; result: string };
}

export type DriveEvent = EventOf<DriveEvents>;

/** The version that each is stored in today. */
export const driveVersions: Readonly<Record<DriveEvent['type'], number>> = {
  DriveOpened: 1,
  ReportsCalled: 1,
  ZeroReported: 1,
  MattersReported: 1,
  DriveClosed: 1,
  OfficeReplaced: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
  DutiesRecomputed: 1,
};
