import type { LocalDate } from '@huiyin/kernel';
import type { EventOf } from '../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface RhythmEvents {
  /** When lists and circulars go out; of the whole city, or of one office that wants its list at another time. */
  RhythmSet: {
    timeZone: string;
    /** Local time of day, `08:30`. */
    dailyAt: string;
    /** What falls due within so many days is on the daily list as due soon. */
    dueSoon_days: number;
    /** Day of the month on which circular, analysis and ranking of the period before go out. */
    monthlyOn: number;
    /** The first local day on which anything goes out. */
    from: LocalDate;
  };
  RhythmStopped: { reasons: string };
}

export type RhythmEvent = EventOf<RhythmEvents>;

/** The version that each is stored in today. */
export const rhythmVersions: Readonly<Record<RhythmEvent['type'], number>> = {
  RhythmSet: 1,
  RhythmStopped: 1,
};
