import type { ExamplesOf } from '../../decider';
import type { aftercareCommands } from './commands';

export const aftercareExamples: ExamplesOf<typeof aftercareCommands> = {
  RecordCallback: [{ responded: true, solved: true, satisfied: false, accepts: true }],
  RecordReturnVisit: [{ text: '上门走访，供暖正常。', accepts: true }],
  ArchiveCase: [{ number: '2026-信-0001' }],
};
