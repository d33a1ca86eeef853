import type { ExamplesOf } from '../../decider';
import type { urgentCommands } from './commands';

export const urgentExamples: ExamplesOf<typeof urgentCommands> = {
  FindUrgency: [
    { grade: 'grave', reasons: '供暖管道爆裂，两百余户受影响。' },
    { grade: 'urgent', reasons: '有老人受冻送医。' },
  ],
  ReportUrgent: [
    { recipient: 'government', text: '已电话报告，书面报告随后报送。' },
    { recipient: 'party', text: '已电话报告，书面报告随后报送。' },
  ],
  ReportUp: [{ from: 'petitions', text: '已电话报告上一级，书面报告随后报送。' }],
  AcknowledgeReport: [{ from: 'petitions' }],
  FollowUpUrgency: [{ by: 'petitions', text: '抢修已完成，供暖恢复。' }],
};
