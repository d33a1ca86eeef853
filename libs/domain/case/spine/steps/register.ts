import { personal } from '@huiyin/kernel';
import { usualTier } from '@huiyin/policy';
import { refuse, unlessRefused } from '../../../decider';
import { anOfficeIsInTheDirectory } from '../../../rules/an-office-is-in-the-directory';
import { itHasHappened } from '../../../rules/it-has-happened';
import type { SpineCommand } from '../commands';
import type { Petitioner, ServiceRequestDetails } from '../events';
import { aJointVisitNamesAtMostFive } from '../rules/a-joint-visit-names-at-most-five';
import { whoBringsItIsOneOrSeveral } from '../rules/who-brings-it-is-one-or-several';
import { theRulesOfItsDay } from '../rules/the-rules-of-its-day';
import { theAccusedDoNotReceive } from '../rules/the-accused-do-not-receive';
import type { Step } from '../../step';
import { subjectOf } from '../../subject';

type Form = Extract<SpineCommand, { type: 'RegisterCase' }>['data'];

export const registerCase: Step<'RegisterCase'> = (command, state, { rules, offices }) => {
  if (state.status !== 'unregistered') return refuse('already-exists');
  const { petitioner, statement, claims, serviceRequest, ...given } = command.data;
  const subject = petitioner?.subject ?? (petitioner && command.newSubject) ?? subjectOf(command.id, {});
  const receivedAt = given.receivedAt ?? command.occurredAt;
  const pack = theRulesOfItsDay(rules, given.pack, receivedAt);
  if (typeof pack !== 'string') return { ok: false, refusal: pack };
  const { channel, representatives, tier = usualTier(rules.pack(pack)) } = given;
  const accused = claims.flatMap(({ accuses = [] }) => accuses);
  return unlessRefused(
    [
      anOfficeIsInTheDirectory(offices, given.receiver),
      aJointVisitNamesAtMostFive(channel, representatives),
      whoBringsItIsOneOrSeveral(given),
      itHasHappened(receivedAt, command.now),
      ...accused.map((office) => anOfficeIsInTheDirectory(offices, office)),
      theAccusedDoNotReceive(given.receiver, accused, offices),
    ],
    {
      type: 'CaseRegistered',
      data: {
        ...given,
        ...(tier && { tier }),
        pack,
        claims: claims.map((claim, index) => ({ id: `c${index + 1}`, ...claim })),
        petitioner: petitioner && sealable(petitioner, subject),
        statement: statement === undefined ? undefined : personal(statement, subject),
        ...(serviceRequest && { serviceRequest: publicDetails(serviceRequest, subject) }),
        reachable: reachable(petitioner),
        receivedAt,
        receipt: command.receipt,
      },
    },
  );
};

/** A notice is owed where name and address are clear (Art. 23). */
const reachable = (petitioner: Form['petitioner']): boolean =>
  petitioner?.name !== undefined &&
  (petitioner.phone ?? petitioner.address ?? petitioner.email) !== undefined;

function publicDetails(
  { accountId, deviceId, ...details }: NonNullable<Form['serviceRequest']>,
  subject: string,
): ServiceRequestDetails {
  return {
    ...details,
    ...(accountId !== undefined && { accountId: personal(accountId, subject) }),
    ...(deviceId !== undefined && { deviceId: personal(deviceId, subject) }),
  };
}

function sealable(given: NonNullable<Form['petitioner']>, subject: string): Petitioner {
  const seal = (text: string | undefined) => (text === undefined ? undefined : personal(text, subject));
  return {
    subject,
    name: seal(given.name),
    identityNumber: seal(given.identityNumber),
    phone: seal(given.phone),
    email: seal(given.email),
    address: seal(given.address),
  };
}
