import type { DataOf } from '@huiyin/contracts';
import type {
  AdviceEvents,
  CalendarEvents,
  CaseEvents,
  EscalatedEvents,
  PolicyEvents,
  SupervisionEvents,
} from '@huiyin/domain';
import { isSealed, type PersonalValue, type Sealed } from '@huiyin/kernel';
import type { PolicyPack } from '@huiyin/policy';
import { as, type Published, type Source } from './published';

/* How stored events are told to the outside where their own fields are not simply passed on. */

const sealedOnly = (value: PersonalValue | undefined): Sealed | undefined =>
  isSealed(value) ? value : undefined;

function petitionerOf({ data, event }: Source<CaseEvents['CaseRegistered']>) {
  if (!data.petitioner) return undefined;
  const { subject, name, phone, email } = data.petitioner;
  return {
    subject,
    name: sealedOnly(name),
    phone: sealedOnly(phone),
    email: sealedOnly(email),
    origin: { stream: event.stream, eventId: event.id },
  };
}

export function caseRegistered(from: Source<CaseEvents['CaseRegistered']>): Published {
  const { receipt: _, ...data } = from.data;
  return as('huiyin.case.registered.v1', from.id, {
    caseId: from.id,
    ...data,
    // The contract knows letters only: a fax is one that came by wire.
    channel: data.channel === 'fax' ? 'letter' : data.channel,
    claims: data.claims.map(({ id, kind }) => ({ id, kind })),
    petitioner: petitionerOf(from),
  });
}

// The contract leaves these open for what a later version adds; a stored type says all that it has.
type PublishedPack = DataOf<'huiyin.policy.adopted.v1'>['pack'];
type PublishedCalendar = DataOf<'huiyin.calendar.adopted.v1'>['calendar'];

const publishedPack = (pack: PolicyPack): PublishedPack => {
  const rungs = pack.ladder.rungs.map((rung) => ({ ...rung, faults: rung.faults ?? 0 }));
  return { ...pack, ladder: { ...pack.ladder, rungs } } as unknown as PublishedPack;
};

export const policyAdopted = ({ data: { pack } }: Source<PolicyEvents['PolicyAdopted']>): Published =>
  as('huiyin.policy.adopted.v1', `policy/${pack.id}@${pack.version}`, { pack: publishedPack(pack) });

export const calendarAdopted = ({
  data: { calendar },
}: Source<CalendarEvents['CalendarAdopted']>): Published =>
  as('huiyin.calendar.adopted.v1', `calendar/${calendar.id}@${calendar.version}`, {
    calendar: calendar as unknown as PublishedCalendar,
  });

/** What a part of a case says to the outside by default: which step was taken, by which office. */
export const stepTaken = ({ id, data, event }: Source<object>): Published =>
  as('huiyin.case.step-taken.v1', id, {
    caseId: id,
    step: event.type,
    ...('by' in data && typeof data.by === 'string' && { by: data.by }),
  });

/** Whom a step is about, where it is about another office than the one that took it. */
const aboutOffice = (data: object) => ({
  ...('office' in data && typeof data.office === 'string' && { office: data.office }),
  ...('from' in data && typeof data.from === 'string' && { from: data.from }),
  ...('to' in data && typeof data.to === 'string' && { to: data.to }),
});

export function supervisionStep({ id, data, event }: Source<{ by: string }>): Published {
  const { from, to } = aboutOffice(data);
  return as('huiyin.supervision.step-taken.v1', id, {
    supervisionId: id,
    step: event.type,
    by: data.by,
    ...(from && { from, to }),
  });
}

export const standingStep = ({ id, data, event }: Source<object>): Published =>
  as('huiyin.standing.step-taken.v1', id, {
    office: id,
    step: event.type,
    ...('by' in data && typeof data.by === 'string' && { by: data.by }),
    ...('order' in data && typeof data.order === 'string' && { order: data.order }),
  });

/** Zero and missing stay apart for the outside too: who is silent has taken no step. */
export const driveStep = ({ id, data, event }: Source<object>): Published =>
  as('huiyin.drive.step-taken.v1', id, {
    driveId: id,
    step: event.type,
    ...('by' in data && typeof data.by === 'string' && { by: data.by }),
    ...('report' in data && typeof data.report === 'string' && { report: data.report }),
  });

/** The contract knows ten triggers; what came later is told in its own words as the `ground`. */
const PUBLISHED_TRIGGER = { 'missed-instalment': 'breach', 'major-group': 'joint-letter' } as const;

export function supervisionOrdered({ id, data }: Source<SupervisionEvents['SupervisionOrdered']>): Published {
  const { pack, caseId, office, by, trigger, dutyId, rule, dueAt } = data;
  const later = trigger === 'missed-instalment' || trigger === 'major-group';
  return as('huiyin.supervision.ordered.v1', id, {
    supervisionId: id,
    ...{ pack, caseId, office, by, dutyId, rule, dueAt },
    trigger: later ? PUBLISHED_TRIGGER[trigger] : trigger,
    ground: trigger,
  });
}

export const adviceAnswered =
  (answer: DataOf<'huiyin.advice.answered.v1'>['answer']) =>
  ({ id, data: { office, adviser } }: Source<AdviceEvents['AdviceAdopted' | 'AdviceRefused']>): Published =>
    as('huiyin.advice.answered.v1', id, { adviceId: id, office, adviser, answer });

export const adviceStep = ({
  id,
  data: { office, adviser, by },
  event,
}: Source<AdviceEvents['AdviceCarriedOut' | 'AdviceClosed' | 'RefusalExplained']>): Published =>
  as('huiyin.advice.step-taken.v1', id, { adviceId: id, office, adviser, by, step: event.type });

export const reviewStep = ({ id, data, event }: Source<{ by: string }>): Published =>
  as('huiyin.review.step-taken.v1', id, {
    reviewId: id,
    step: event.type,
    by: data.by,
    ...aboutOffice(data),
  });

type Account = 'fund' | 'ledger' | 'assessment' | 'target';

/** Of a fund, a ledger, an assessment or targets: which step, no amounts and no words. */
export const accountStep =
  (kind: Account) =>
  ({ id, event }: Source<object>): Published =>
    as('huiyin.account.step-taken.v1', id, { kind, id, step: event.type });

export const accountEscalated = (kind: Account) => ({
  OfficeReminded: ({ id, data }: Source<EscalatedEvents['OfficeReminded']>) =>
    as('huiyin.account.office-reminded.v1', id, { kind, id, ...data }),
  DutyBreached: ({ id, data }: Source<EscalatedEvents['DutyBreached']>) =>
    as('huiyin.account.duty-breached.v1', id, { kind, id, ...data }),
  DutiesRecomputed: ({ id, data }: Source<EscalatedEvents['DutiesRecomputed']>) =>
    as('huiyin.account.duties-recomputed.v1', id, { kind, id, changes: [...data.changes] }),
});
