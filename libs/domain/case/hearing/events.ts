import type { LocalDate } from '@huiyin/kernel';
import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface PanelMember {
  role: 'chair' | 'member';
  /** The office, body or profession that the member comes from: no names. */
  from: string;
}

export interface HearingEvents {
  HearingAnnounced: {
    by: string;
    heldOn: LocalDate;
    place: string;
    open: boolean;
    panel: readonly PanelMember[];
  };
  /** Until it ends the period of a re-review stands still: the only statutory pause (Art. 36). */
  HearingBegan: { by: string };
  HearingEnded: { by: string; record: string; conclusion: string };
}

export type HearingEvent = EventOf<HearingEvents>;

export const hearingVersions: Readonly<Record<HearingEvent['type'], number>> = {
  HearingAnnounced: 1,
  HearingBegan: 1,
  HearingEnded: 1,
};
