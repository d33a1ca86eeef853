import type { ExamplesOf } from '../../decider';
import type { offerCommands } from './commands';

export const offerExamples: ExamplesOf<typeof offerCommands> = {
  OfferHandling: [{ to: 'utilities', reasons: '主管道属供热单位管理，协商由其受理。' }],
  TakeHandling: [{}],
  DeclineHandling: [{ reasons: '漏点在户内管道，不属本单位。' }],
  ReferDispute: [{}],
};
