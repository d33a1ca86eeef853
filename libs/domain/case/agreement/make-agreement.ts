import { localDate } from '@huiyin/kernel';
import type { DecisionContext, Issued, Verdict } from '../../decider';
import { aPromiseLiesAhead } from '../rules/a-promise-lies-ahead';
import type { In } from '../state';
import type { AgreementForm } from './commands';
import type { AgreementEvents } from './events';
import { anAgreementAsksNobodyToStopPetitioning } from './rules/an-agreement-asks-nobody-to-stop-petitioning';
import { agreementsMade } from './state';

/** An agreement, as it comes out of talks between the two sides or of a mediation. */
export const agreementMade = (
  { text, instalments }: AgreementForm,
  mediated: boolean,
  { office, parts }: In<'accepted' | 'answered'>,
): { type: 'AgreementMade'; data: AgreementEvents['AgreementMade'] } => {
  const agreement = `a${agreementsMade(parts.agreement) + 1}`;
  const numbered = instalments.map((one, index) => ({ instalment: `${agreement}.${index + 1}`, ...one }));
  return { type: 'AgreementMade', data: { by: office, agreement, mediated, text, instalments: numbered } };
};

export const anAgreementHolds = (
  { text, instalments }: AgreementForm,
  { pack }: In<'accepted' | 'answered'>,
  { occurredAt }: Issued,
  { rules }: DecisionContext,
): readonly Verdict[] => [
  anAgreementAsksNobodyToStopPetitioning([text, ...instalments.map(({ what }) => what)]),
  aPromiseLiesAhead(
    instalments.map(({ dueOn }) => dueOn),
    localDate(occurredAt, rules.pack(pack).timeZone),
  ),
];
