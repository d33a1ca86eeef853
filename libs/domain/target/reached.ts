import type { Target } from './events';

/** Whether a number reaches a target; where there was nothing to count, nothing was missed. */
export const isReached = ({ direction, value }: Target, now: number | null): boolean =>
  now === null || (direction === 'at-least' ? now >= value : now <= value);
