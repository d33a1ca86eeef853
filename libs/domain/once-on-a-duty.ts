import { deterministicId } from '@huiyin/kernel';
import { onceAfter } from '@huiyin/policy';

interface OnADuty {
  dutyId?: string | undefined;
}

/** A missed duty is supervised, and reviewed, once: the clock and whoever is quicker by hand begin the same stream. */
export const onceOnADuty = (
  kind: string,
  action: 'supervise' | 'review',
  { dutyId }: OnADuty,
): string | undefined =>
  dutyId === undefined ? undefined : deterministicId(kind, onceAfter(dutyId, action));
