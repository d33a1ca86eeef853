import type { ExamplesOf } from '../../decider';
import type { directionsCommands } from './commands';

export const directionsExamples: ExamplesOf<typeof directionsCommands> = {
  DirectClaims: [
    {
      directions: [
        { claim: 'c1', where: '和平区人民法院', text: '该诉求属于民事诉讼，请持起诉状到立案大厅立案。' },
      ],
    },
  ],
};
