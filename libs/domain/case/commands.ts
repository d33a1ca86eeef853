import type { CommandOf } from '../decider';
import { attachmentCommands } from './attachments/commands';
import { matterCommands } from './matter/commands';
import { messageCommands } from './message/commands';
import { ratingCommands } from './rating/commands';
import { recordCommands } from './record/commands';
import { directionsCommands } from './directions/commands';
import { helpersCommands } from './helpers/commands';
import { recusalCommands } from './recusal/commands';
import { aftercareCommands } from './aftercare/commands';
import { agreementCommands } from './agreement/commands';
import { fulfilmentCommands } from './fulfilment/commands';
import { hearingCommands } from './hearing/commands';
import { mediationCommands } from './mediation/commands';
import { offerCommands } from './offer/commands';
import { petitionReviewCommands } from './review/commands';
import { spineCommands } from './spine/commands';
import { instructionCommands } from './instruction/commands';
import { urgentCommands } from './urgent/commands';

/** What the office does for a case; each entry is a command, its route and its form. */
export const caseCommands = {
  ...spineCommands,
  ...attachmentCommands,
  ...matterCommands,
  ...ratingCommands,
  ...recordCommands,
  ...messageCommands,
  ...recusalCommands,
  ...helpersCommands,
  ...directionsCommands,
  ...aftercareCommands,
  ...agreementCommands,
  ...fulfilmentCommands,
  ...hearingCommands,
  ...mediationCommands,
  ...offerCommands,
  ...petitionReviewCommands,
  ...instructionCommands,
  ...urgentCommands,
} as const;

export type CaseCommand = CommandOf<typeof caseCommands>;
