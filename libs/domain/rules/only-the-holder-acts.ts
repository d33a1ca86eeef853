import type { Verdict } from '../decider';

/** Only the office that holds the case takes its steps; an actor without an office stands in for the holder. */
export const onlyTheHolderActs = (holder: string, office: string | undefined): Verdict =>
  office === undefined || office === holder
    ? undefined
    : { code: 'not-the-holder', facts: { holder, office } };
