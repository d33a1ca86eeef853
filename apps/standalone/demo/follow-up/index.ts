import type { StoredEvent } from '@huiyin/event-store';
import { onLinks, onReview } from './review';
import { onOrder, onRung } from './standing';
import type { FollowUp } from './step';
import { onSupervision } from './supervision';

/** `claimsOf` a case: an answer names each. */
export function followUps(event: StoredEvent, claimsOf: (caseId: string) => readonly string[]): FollowUp[] {
  const opened_ms = Date.parse(event.recordedAt);
  if (event.type === 'SupervisionOrdered') return onSupervision(event, opened_ms, claimsOf);
  if (event.type === 'ReviewOpened') return onReview(event, opened_ms);
  if (event.type === 'EvidenceAssembled') return onLinks(event, opened_ms);
  if (event.type === 'RungReached') return onRung(event, opened_ms);
  return onOrder(event, opened_ms);
}
