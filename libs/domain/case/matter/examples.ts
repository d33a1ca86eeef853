import type { ExamplesOf } from '../../decider';
import type { matterCommands } from './commands';

const LEAD = '0196a0c1-5d00-7000-8000-0000000000c1';

export const matterExamples: ExamplesOf<typeof matterCommands> = {
  LinkCase: [
    { to: LEAD, as: 'repeat', reasons: '同一小区同一管道。' },
    { to: LEAD, as: 'related' },
  ],
  MergeCase: [{ lead: LEAD, reasons: '同一楼栋同一时段的同一问题，并入首件办理。' }],
  TellLeadOutcome: [{ text: '管道已于三月十日修复，停暖期间的费用已退还。', how: 'phone' }],
  CountRepeat: [
    { case: LEAD, as: 'repeat', persons: 1, by: 'petitions' },
    { case: '0196a0c1-5d00-7000-8000-0000000000c2', as: 'merged', persons: 12, by: 'petitions' },
  ],
  UncountRepeat: [{ case: LEAD, by: 'petitions' }],
  SplitCase: [{ reasons: '另有户内管道问题，须单独办理。' }],
};
