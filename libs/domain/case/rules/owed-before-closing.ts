import type { Verdict } from '../../decider';
import { everyInstalmentIsKept } from '../agreement/rules/every-instalment-is-kept';
import { everySupportedClaimIsCarriedOut } from '../fulfilment/rules/every-supported-claim-is-carried-out';
import { thePetitionerIsTold } from '../fulfilment/rules/the-petitioner-is-told';
import { noHearingIsOpen } from '../hearing/rules/no-hearing-is-open';
import { noMediationIsOpen } from '../mediation/rules/no-mediation-is-open';
import { aReviewIsDecidedFirst } from '../review/rules/a-review-is-decided-first';
import { theFinalPaperIsIssued } from '../review/rules/the-final-paper-is-issued';
import type { Parts } from '../state';

/** 三不欠: what stops the closing of an answered case, one sentence for each cause. */
export const owedBeforeClosing = (parts: Parts): readonly Verdict[] => [
  thePetitionerIsTold(parts.fulfilment),
  everySupportedClaimIsCarriedOut(parts.fulfilment),
  everyInstalmentIsKept(parts.agreement),
  noMediationIsOpen(parts.mediation),
  noHearingIsOpen(parts.hearing),
  aReviewIsDecidedFirst(parts.review),
  theFinalPaperIsIssued(parts.review),
];
