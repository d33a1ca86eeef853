import type { Duty, Instant } from '@huiyin/policy';
import type { CaseFacts } from './facts';

/** Past their due time just before the instant, and not met by then. */
export const overdueAt = ({ duties }: CaseFacts, instant: Instant): readonly Duty[] =>
  duties.filter(
    ({ kind, status, dueAt, endedAt }) =>
      kind === 'duty' &&
      status !== 'paused' &&
      dueAt < instant &&
      (endedAt === undefined || endedAt >= instant),
  );

export const OVERDUE = `d.kind = 'duty' AND d.status <> 'paused' AND d.due_at < w.until
  AND (d.ended_at IS NULL OR d.ended_at >= w.until)`;
