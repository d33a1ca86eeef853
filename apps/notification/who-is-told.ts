import type { DataOf, MessageType } from '@huiyin/contracts';
import type { Facts } from './notice';
import type { TemplateId } from './templates';

/** `of`: the office that an earlier message named for this supervision or review. */
export type Who = 'petitioner' | { office: string } | { of: string };

export interface Telling {
  to: Who;
  template: TemplateId;
  facts: Facts;
  /** Absent: that of the supervision or review `matter`, or none. */
  caseId?: string;
  matter?: string;
}

type Rule<Data> = 'nobody' | ((data: Data) => readonly Telling[]);

interface Duty {
  dutyId: string;
  rule: string;
  office: string;
  dueAt: string;
  policy?: string | undefined;
}
type About = Pick<Telling, 'caseId' | 'matter'>;

const dutyFacts = ({ rule, dueAt, policy }: Duty): Facts => ({
  rule,
  dueAt,
  ...(policy === undefined ? {} : { policy }),
});

const reminded = (duty: Duty, about: About): Telling[] => [
  { to: { office: duty.office }, template: 'reminded', facts: dutyFacts(duty), ...about },
];

const breached = (duty: Duty & { overseer: string }, about: About): Telling[] => [
  { to: { office: duty.office }, template: 'breached', facts: dutyFacts(duty), ...about },
  {
    to: { office: duty.overseer },
    template: 'breach-overseen',
    facts: { ...dutyFacts(duty), office: duty.office },
    ...about,
  },
];

const petitioner = (template: TemplateId, caseId: string, facts: Facts): Telling[] => [
  { to: 'petitioner', template, facts, caseId },
];

const found = ({ outcome, reasons }: { outcome: 'fault' | 'no-fault'; reasons: string }): Facts => ({
  outcome,
  reasons,
});

interface Outcome {
  caseId: string;
  office: string;
  superior?: string | undefined;
  finding: { outcome: 'fault' | 'no-fault'; reasons: string };
}

/** The office that was found on, and the one above it. */
const toOffices = ({ caseId, office, superior, finding }: Outcome, template: TemplateId): Telling[] => [
  { to: { office }, template, facts: found(finding), caseId },
  ...(superior === undefined
    ? []
    : [
        {
          to: { office: superior },
          template: 'finding-below',
          facts: { ...found(finding), office },
          caseId,
        } as const,
      ]),
];

/** What a review came to is the petitioner's to know; the reasons, which may name others, are the offices'. */
const outcome = (data: Outcome, toOffice: TemplateId, toPetitioner: TemplateId): Telling[] => [
  ...toOffices(data, toOffice),
  ...petitioner(toPetitioner, data.caseId, { office: data.office, outcome: data.finding.outcome }),
];

/** A successor hears what it has taken over. */
const takenOver = (
  { from, to }: { from?: string | undefined; to?: string | undefined },
  matter: string,
): Telling[] =>
  from === undefined || to === undefined
    ? []
    : [{ to: { office: to }, template: 'taken-over', facts: { office: from }, matter }];

/** Which event tells whom. Every message is decided about; a new one does not compile until it is. */
export const WHO_IS_TOLD: { readonly [T in MessageType]: Rule<DataOf<T>> } = {
  'huiyin.case.registered.v1': ({ caseId, receiver }) => petitioner('received', caseId, { office: receiver }),
  'huiyin.case.sorted.v1': 'nobody',
  'huiyin.case.sent.v1': ({ caseId, by, to }) => [
    ...petitioner('sent', caseId, { office: to }),
    { to: { office: to }, template: 'assigned', facts: { office: by }, caseId },
  ],
  'huiyin.case.acknowledged.v1': ({ caseId, by }) => petitioner('acknowledged', caseId, { office: by }),
  'huiyin.case.objected.v1': 'nobody',
  'huiyin.case.step-taken.v1': 'nobody',
  'huiyin.case.urgency-reported.v1': ({ caseId, from, to }) => [
    { to: { office: to }, template: 'urgency-reported', facts: { office: from }, caseId },
  ],
  'huiyin.case.objection-upheld.v1': 'nobody',
  'huiyin.case.objection-rejected.v1': 'nobody',
  'huiyin.case.accepted.v1': ({ caseId, by }) => petitioner('accepted', caseId, { office: by }),
  'huiyin.case.answer-extended.v1': ({ caseId, by, days, reasons }) =>
    petitioner('extended', caseId, { office: by, days: String(days), reasons }),
  'huiyin.case.extension-told.v1': 'nobody',
  'huiyin.case.answered.v1': ({ caseId, by }) => petitioner('answered', caseId, { office: by }),
  'huiyin.case.closing-reported.v1': 'nobody',
  'huiyin.case.closed.v1': ({ caseId }) => petitioner('closed', caseId, {}),
  'huiyin.case.reopened.v1': 'nobody',
  'huiyin.case.office-reminded.v1': (data) => reminded(data, { caseId: data.caseId }),
  'huiyin.case.duty-breached.v1': (data) => breached(data, { caseId: data.caseId }),
  'huiyin.case.duties-recomputed.v1': 'nobody',

  'huiyin.supervision.ordered.v1': ({ caseId, office, by }) => [
    { to: { office }, template: 'supervised', facts: { office: by }, caseId },
  ],
  'huiyin.supervision.replied.v1': 'nobody',
  'huiyin.supervision.closed.v1': 'nobody',
  'huiyin.supervision.step-taken.v1': ({ supervisionId, from, to }) => takenOver({ from, to }, supervisionId),
  'huiyin.supervision.office-reminded.v1': (data) => reminded(data, { matter: data.supervisionId }),
  'huiyin.supervision.duty-breached.v1': (data) => breached(data, { matter: data.supervisionId }),
  'huiyin.supervision.duties-recomputed.v1': 'nobody',

  'huiyin.review.opened.v1': ({ caseId, office, by, reasons }) => [
    { to: { office }, template: 'review-opened', facts: { office: by, reasons }, caseId },
  ],
  'huiyin.review.side-stated.v1': 'nobody',
  'huiyin.review.finding-proposed.v1': ({ reviewId, finding }) => [
    { to: { of: reviewId }, template: 'finding-proposed', facts: found(finding), matter: reviewId },
  ],
  'huiyin.review.finding-confirmed.v1': (data) => outcome(data, 'finding-confirmed', 'review-outcome'),
  'huiyin.review.finding-disputed.v1': ({ caseId, office, to }) => [
    { to: { office: to }, template: 'finding-disputed', facts: { office }, caseId },
  ],
  // The petitioner has been told the same before.
  'huiyin.review.finding-upheld.v1': (data) => toOffices(data, 'finding-confirmed'),
  'huiyin.review.finding-revised.v1': (data) => outcome(data, 'finding-revised', 'review-outcome-revised'),
  'huiyin.review.referred.v1': ({ caseId, reviewer, to }) => [
    { to: { office: to }, template: 'review-referred', facts: { office: reviewer }, caseId },
  ],
  'huiyin.review.referral-received.v1': 'nobody',
  'huiyin.review.referral-answered.v1': ({ caseId, reviewer, to }) => [
    { to: { office: reviewer }, template: 'referral-answered', facts: { office: to }, caseId },
  ],
  'huiyin.review.referral-withdrawn.v1': ({ caseId, to, office }) => [
    { to: { office: to }, template: 'referral-withdrawn', facts: { office }, caseId },
  ],
  'huiyin.review.step-taken.v1': ({ reviewId, step, by, office, from, to }) => {
    if (step === 'RemedyOrdered' && office !== undefined)
      return [{ to: { office }, template: 'remedy-ordered', facts: { office: by }, matter: reviewId }];
    return takenOver({ from, to }, reviewId);
  },
  'huiyin.review.closed.v1': ({ reviewId, by }) => [
    { to: { of: reviewId }, template: 'review-closed', facts: { office: by }, matter: reviewId },
  ],
  'huiyin.review.office-reminded.v1': (data) => reminded(data, { matter: data.reviewId }),
  'huiyin.review.duty-breached.v1': (data) => breached(data, { matter: data.reviewId }),
  'huiyin.review.duties-recomputed.v1': 'nobody',

  'huiyin.standing.fault-counted.v1': 'nobody',
  'huiyin.standing.fault-set-aside.v1': 'nobody',
  'huiyin.standing.rung-withdrawn.v1': ({ office, rung }) => [
    { to: { office }, template: 'rung-withdrawn', facts: { rung } },
  ],
  'huiyin.standing.rung-reached.v1': ({ office, rung, faults }) => [
    { to: { office }, template: 'rung-reached', facts: { rung, faults: String(faults) } },
  ],
  'huiyin.standing.rung-left.v1': 'nobody',
  'huiyin.standing.step-taken.v1': 'nobody',
  'huiyin.standing.office-reminded.v1': (data) => reminded(data, {}),
  'huiyin.standing.duty-breached.v1': (data) => breached(data, {}),
  'huiyin.standing.duties-recomputed.v1': 'nobody',

  'huiyin.drive.step-taken.v1': 'nobody',
  'huiyin.drive.office-reminded.v1': (data) => reminded(data, {}),
  'huiyin.drive.duty-breached.v1': (data) => breached(data, {}),
  'huiyin.advice.given.v1': ({ adviceId, office, adviser }) => [
    { to: { office }, template: 'advised', facts: { office: adviser }, matter: adviceId },
  ],
  'huiyin.advice.answered.v1': ({ adviceId, office, adviser }) => [
    { to: { office: adviser }, template: 'advice-answered', facts: { office }, matter: adviceId },
  ],
  'huiyin.advice.step-taken.v1': 'nobody',
  'huiyin.advice.superior-told.v1': ({ adviceId, superior, office, ...missed }) => [
    {
      to: { office: superior },
      template: 'breach-overseen',
      facts: { ...dutyFacts({ ...missed, office }), office },
      matter: adviceId,
    },
  ],
  'huiyin.advice.office-reminded.v1': (data) => reminded(data, { matter: data.adviceId }),
  'huiyin.advice.duty-breached.v1': (data) => breached(data, { matter: data.adviceId }),
  'huiyin.advice.duties-recomputed.v1': 'nobody',

  'huiyin.account.step-taken.v1': 'nobody',
  'huiyin.account.office-reminded.v1': (data) => reminded(data, {}),
  'huiyin.account.duty-breached.v1': (data) => breached(data, {}),
  'huiyin.account.duties-recomputed.v1': 'nobody',

  'huiyin.office.registered.v1': 'nobody',
  'huiyin.office.succeeded.v1': 'nobody',
  'huiyin.policy.adopted.v1': 'nobody',
  'huiyin.calendar.adopted.v1': 'nobody',
};
