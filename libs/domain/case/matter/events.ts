import type { EventOf } from '../../decider';

/* Stored names are law: change one only by adding a version and its upcaster. */

export interface MatterEvents {
  /** `repeat`: the same matter came again (重复件); it is the matter that is counted, never who brings it. */
  CaseLinked: { by: string; to: string; as: 'repeat' | 'related'; reasons?: string };
  /**
   * On the lead case: the matter came again in another case. It says what the matter asks of offices (demand); nothing
   * is ever counted of a person.
   */
  RepeatCounted: {
    /** The office that linked or merged it. */
    by: string;
    case: string;
    as: 'repeat' | 'merged';
    /** Who signed that case, where it is a joint one; 1 otherwise. */
    persons: number;
    /** Distinct other cases of the matter, this one included. */
    repeats: number;
    /** The most that signed any one of them: who signs twice is not known, and not asked. */
    signatories: number;
  };
  /** It was split off again, or there was no petition in it. */
  RepeatUncounted: { by: string; case: string; repeats: number; signatories: number };
}

export type MatterEvent = EventOf<MatterEvents>;

export const matterVersions: Readonly<Record<MatterEvent['type'], number>> = {
  CaseLinked: 1,
  RepeatCounted: 1,
  RepeatUncounted: 1,
};
