import type { Executed } from '@huiyin/command-handler';
import { unreachable } from '@huiyin/kernel';
import { apiProblem, ProblemError, Refused } from '../problems/problem';

export type Written = Exclude<Executed, { status: 'refused' | 'stale' | 'reused' | 'contended' }>;

/** The outcome of a command that was carried out; every other one is thrown as the problem that it is. */
export function carriedOut(outcome: Executed): Written {
  switch (outcome.status) {
    case 'done':
    case 'repeated':
    case 'unchanged':
      return outcome;
    case 'refused':
      throw new Refused(outcome.refusal);
    case 'stale':
      throw new ProblemError(
        outcome.actualRevision === 'none'
          ? apiProblem('not-found')
          : apiProblem('revision-stale', undefined, { actual: `"${outcome.actualRevision}"` }),
      );
    case 'reused':
      throw new ProblemError(apiProblem('idempotency-key-reused'));
    case 'contended':
      throw new ProblemError(apiProblem('contended'));
    default:
      return unreachable(outcome);
  }
}

/** What the answer to a write says, in its headers and its body. */
export function told(outcome: Written, commandId: string): { headers: Record<string, string>; body: object } {
  const { id, revision } = outcome;
  if (outcome.status === 'unchanged') return { headers: { etag: `"${revision}"` }, body: { id, revision } };
  const { position } = outcome;
  return {
    headers: {
      etag: `"${revision}"`,
      'huiyin-position': String(position),
      // Redeemed for a proof at /audit/receipt/{id}.
      'huiyin-command': commandId,
    },
    body: { id, revision, position },
  };
}
