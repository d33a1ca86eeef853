import type { Verdict } from '../../decider';

/** The office under review does not find on itself (Art. 28). */
export const anOfficeDoesNotFindOnItself = (underReview: string, finding: string): Verdict =>
  underReview === finding ? { code: 'same-reviewer', facts: { office: finding } } : undefined;
