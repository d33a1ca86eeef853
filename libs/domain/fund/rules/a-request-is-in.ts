import type { Verdict } from '../../decider';
import type { Request } from '../state';

/** A request is approved or refused once, and paid once it is approved (Art. 37). */
export function aRequestIsIn(
  { requests }: { requests: Readonly<Record<string, Request>> },
  id: string,
  status: Request['status'],
): Verdict {
  const request = requests[id];
  if (!request) return { code: 'relief-unknown', facts: { request: id } };
  return request.status === status
    ? undefined
    : { code: 'relief-elsewhere', facts: { request: id, status: request.status } };
}
