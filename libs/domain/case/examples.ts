import type { ExamplesOf } from '../decider';
import type { caseCommands } from './commands';
import { attachmentExamples } from './attachments/examples';
import { matterExamples } from './matter/examples';
import { messageExamples } from './message/examples';
import { ratingExamples } from './rating/examples';
import { recordExamples } from './record/examples';
import { directionsExamples } from './directions/examples';
import { helpersExamples } from './helpers/examples';
import { recusalExamples } from './recusal/examples';
import { aftercareExamples } from './aftercare/examples';
import { agreementExamples } from './agreement/examples';
import { fulfilmentExamples } from './fulfilment/examples';
import { hearingExamples } from './hearing/examples';
import { mediationExamples } from './mediation/examples';
import { offerExamples } from './offer/examples';
import { petitionReviewExamples } from './review/examples';
import { spineExamples } from './spine/examples';
import { instructionExamples } from './instruction/examples';
import { urgentExamples } from './urgent/examples';

/** Realistic commands: what the catalogue explores, the API's page shows and random sequences are drawn from. */
export const caseExamples: ExamplesOf<typeof caseCommands> = {
  ...spineExamples,
  ...attachmentExamples,
  ...matterExamples,
  ...ratingExamples,
  ...recordExamples,
  ...messageExamples,
  ...recusalExamples,
  ...helpersExamples,
  ...directionsExamples,
  ...aftercareExamples,
  ...agreementExamples,
  ...fulfilmentExamples,
  ...hearingExamples,
  ...mediationExamples,
  ...offerExamples,
  ...petitionReviewExamples,
  ...instructionExamples,
  ...urgentExamples,
};
