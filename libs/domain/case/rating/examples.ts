import type { ExamplesOf } from '../../decider';
import type { ratingCommands } from './commands';

export const ratingExamples: ExamplesOf<typeof ratingCommands> = {
  RateCase: [
    { petitionDepartment: 'satisfied', handlingOffice: 'fairly-satisfied', comment: '修得慢，但修好了。' },
  ],
};
