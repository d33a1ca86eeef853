import { aggregates, keptFromOf, streamOf, type Offices } from '@huiyin/domain';
import { maySee } from './may-see';
import type { Viewer } from './viewer';

interface Told {
  type: string;
  data: unknown;
}

export interface CaseGuardDeps {
  readStream: (stream: string) => Promise<readonly Told[]>;
  offices: Offices;
}

/** Whether somebody may see a case as the log has it now, or the history of one that the caller has read whole. */
export interface CaseGuard {
  maySeeCase(viewer: Viewer, caseId: string): Promise<boolean>;
  maySeeHistory(viewer: Viewer, history: readonly Told[]): boolean;
}

/** For ways out that hand over one case: its file, its attachments, a notice about it. A case that is not there is not seen. */
export function createCaseGuard({ readStream, offices }: CaseGuardDeps): CaseGuard {
  const maySeeHistory = (viewer: Viewer, history: readonly Told[]): boolean =>
    history.length > 0 && maySee(viewer, { keptFrom: keptFromOf(history) }, offices);
  return {
    maySeeHistory,
    maySeeCase: async (viewer, caseId) =>
      maySeeHistory(viewer, await readStream(streamOf(aggregates.cases, caseId))),
  };
}
