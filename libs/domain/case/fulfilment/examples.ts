import type { ExamplesOf } from '../../decider';
import type { fulfilmentCommands } from './commands';

export const fulfilmentExamples: ExamplesOf<typeof fulfilmentCommands> = {
  DeliverAnswer: [{ how: 'written' }],
  CarryOutClaim: [{ claim: 'c1', text: '整段管道已更换，住户签字确认。' }],
};
