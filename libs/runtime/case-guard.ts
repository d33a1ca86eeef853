import { createCaseGuard, type CaseGuard } from '@huiyin/access';
import type { Platform } from './platform';

type Sources = Pick<Platform, 'store' | 'directory'>;

/** The guard on the log and the directory of this process. */
export const caseGuardOf = ({ store, directory }: Sources): CaseGuard =>
  createCaseGuard({ readStream: (stream) => store.readStream(stream), offices: directory });

/** Whether an office may be told of a case. */
export function mayTellOf(sources: Sources): (office: string, caseId: string) => Promise<boolean> {
  const guard = caseGuardOf(sources);
  const { store, directory } = sources;
  return async (office, caseId) => {
    // Registered a moment ago, perhaps, and not followed here yet.
    if (!directory.has(office)) await directory.reached(await store.head());
    return guard.maySeeCase({ office, roles: ['office'] }, caseId);
  };
}
