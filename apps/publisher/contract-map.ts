import type { DataOf, MessageType } from '@huiyin/contracts';
import type {
  BulletinEvents,
  AdviceEvents,
  CalendarEvents,
  CaseEvents,
  DriveEvents,
  AssessmentEvents,
  EscalatedEvents,
  FundEvents,
  LedgerEvents,
  EventOf,
  HuiyinEvent,
  OfficeEvents,
  PolicyEvents,
  ReviewEvents,
  RhythmEvents,
  StandingEvents,
  SupervisionEvents,
} from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store/port';
import type { PolicyPack } from '@huiyin/policy';
import { isSealed, type PersonalValue, type Sealed } from '@huiyin/kernel';

/** The event maps by the name of their aggregate, which is also how their streams begin. */
interface EventMaps {
  case: CaseEvents;
  office: OfficeEvents;
  supervision: SupervisionEvents;
  review: ReviewEvents;
  standing: StandingEvents;
  advice: AdviceEvents;
  policy: PolicyEvents;
  calendar: CalendarEvents;
  assessment: AssessmentEvents;
  fund: FundEvents;
  ledger: LedgerEvents;
  rhythm: RhythmEvents;
  bulletin: BulletinEvents;
  drive: DriveEvents;
}

type Mapped = { [A in keyof EventMaps]: EventOf<EventMaps[A]> }[keyof EventMaps];
export interface Published {
  type: MessageType;
  key: string;
  data: unknown;
}

export interface Source<Data = unknown> {
  data: Data;
  /** Of the aggregate. */
  id: string;
  event: StoredEvent;
}

type Decision<Data> = 'private' | ((from: Source<Data>) => Published);
/** `never`, so that the map below does not compile, when an aggregate's events are left out above. */
type ContractMap = [HuiyinEvent] extends [Mapped]
  ? { readonly [A in keyof EventMaps]: { readonly [T in keyof EventMaps[A]]: Decision<EventMaps[A][T]> } }
  : never;

/** What every message tells about its event; the builder adds it. */
type Origin = 'revision' | 'occurredAt' | 'recordedAt' | 'policy' | 'calendar';
type Fields<T extends MessageType> = Omit<DataOf<T>, Origin>;

const as = <T extends MessageType>(type: T, key: string, data: Fields<T>): Published => ({ type, key, data });

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

// The contract leaves these open for what a later version adds; a stored type says all that it has.
type PublishedPack = DataOf<'huiyin.policy.adopted.v1'>['pack'];
type PublishedCalendar = DataOf<'huiyin.calendar.adopted.v1'>['calendar'];

const publishedPack = (pack: PolicyPack): PublishedPack => {
  const rungs = pack.ladder.rungs.map((rung) => ({ ...rung, faults: rung.faults ?? 0 }));
  return { ...pack, ladder: { ...pack.ladder, rungs } } as unknown as PublishedPack;
};

/** What a part of a case says to the outside by default: which step was taken, by which office. */
const stepTaken = ({ id, data, event }: Source<object>): Published =>
  as('huiyin.case.step-taken.v1', id, {
    caseId: id,
    step: event.type,
    ...('by' in data && typeof data.by === 'string' && { by: data.by }),
  });

const supervisionStep = ({ id, data, event }: Source<{ by: string }>): Published =>
  as('huiyin.supervision.step-taken.v1', id, { supervisionId: id, step: event.type, by: data.by });

const standingStep = ({ id, data, event }: Source<object>): Published =>
  as('huiyin.standing.step-taken.v1', id, {
    office: id,
    step: event.type,
    ...('by' in data && typeof data.by === 'string' && { by: data.by }),
    ...('order' in data && typeof data.order === 'string' && { order: data.order }),
  });

/** Zero and missing stay apart for the outside too: who is silent has taken no step. */
const driveStep = ({ id, data, event }: Source<object>): Published =>
  as('huiyin.drive.step-taken.v1', id, {
    driveId: id,
    step: event.type,
    ...('by' in data && typeof data.by === 'string' && { by: data.by }),
    ...('report' in data && typeof data.report === 'string' && { report: data.report }),
  });

/** The contract knows ten triggers; what came later is told in its own words as the `ground`. */
const PUBLISHED_TRIGGER = { 'missed-instalment': 'breach', 'major-group': 'joint-letter' } as const;

function supervisionOrdered({ id, data }: Source<SupervisionEvents['SupervisionOrdered']>): Published {
  const { pack, caseId, office, by, trigger, dutyId, rule, dueAt } = data;
  const later = trigger === 'missed-instalment' || trigger === 'major-group';
  return as('huiyin.supervision.ordered.v1', id, {
    supervisionId: id,
    ...{ pack, caseId, office, by, dutyId, rule, dueAt },
    trigger: later ? PUBLISHED_TRIGGER[trigger] : trigger,
    ground: trigger,
  });
}
const adviceAnswered =
  (answer: DataOf<'huiyin.advice.answered.v1'>['answer']) =>
  ({ id, data: { office, adviser } }: Source<AdviceEvents['AdviceAdopted' | 'AdviceRefused']>): Published =>
    as('huiyin.advice.answered.v1', id, { adviceId: id, office, adviser, answer });

const adviceStep = ({
  id,
  data: { office, adviser, by },
  event,
}: Source<AdviceEvents['AdviceCarriedOut' | 'AdviceClosed' | 'RefusalExplained']>): Published =>
  as('huiyin.advice.step-taken.v1', id, { adviceId: id, office, adviser, by, step: event.type });

const reviewStep = ({ id, data: { by }, event }: Source<{ by: string }>): Published =>
  as('huiyin.review.step-taken.v1', id, { reviewId: id, step: event.type, by });
/** Of a fund, a ledger or an assessment: which step, no amounts and no words. */
const accountStep =
  (kind: 'fund' | 'ledger' | 'assessment') =>
  ({ id, event }: Source<object>): Published =>
    as('huiyin.account.step-taken.v1', id, { kind, id, step: event.type });

const accountEscalated = (kind: 'fund' | 'ledger' | 'assessment') => ({
  OfficeReminded: ({ id, data }: Source<EscalatedEvents['OfficeReminded']>) =>
    as('huiyin.account.office-reminded.v1', id, { kind, id, ...data }),
  DutyBreached: ({ id, data }: Source<EscalatedEvents['DutyBreached']>) =>
    as('huiyin.account.duty-breached.v1', id, { kind, id, ...data }),
  DutiesRecomputed: ({ id, data }: Source<EscalatedEvents['DutiesRecomputed']>) =>
    as('huiyin.account.duties-recomputed.v1', id, { kind, id, changes: [...data.changes] }),
});

/** Every stored event: kept inside, or published as a contract. There is no third. */
export const CONTRACT_MAP: ContractMap = {
  case: {
    CaseRegistered: (from) => {
      const { receipt: _, ...data } = from.data;
      return as('huiyin.case.registered.v1', from.id, {
        caseId: from.id,
        ...data,
        // The contract knows letters only: a fax is one that came by wire.
        channel: data.channel === 'fax' ? 'letter' : data.channel,
        claims: data.claims.map(({ id, kind }) => ({ id, kind })),
        petitioner: petitionerOf(from),
      });
    },
    CaseSorted: ({ id, data }) =>
      as('huiyin.case.sorted.v1', id, { caseId: id, ...data, routes: [...data.routes] }),
    CaseSent: ({ id, data: { report: _, ...data } }) =>
      as('huiyin.case.sent.v1', id, { caseId: id, ...data }),
    CaseAcknowledged: ({ id, data }) => as('huiyin.case.acknowledged.v1', id, { caseId: id, ...data }),
    CaseObjected: ({ id, data }) => as('huiyin.case.objected.v1', id, { caseId: id, ...data }),
    ObjectionUpheld: ({ id, data }) => as('huiyin.case.objection-upheld.v1', id, { caseId: id, ...data }),
    ObjectionRejected: ({ id, data }) => as('huiyin.case.objection-rejected.v1', id, { caseId: id, ...data }),
    CaseAccepted: ({ id, data }) => as('huiyin.case.accepted.v1', id, { caseId: id, ...data }),
    AnswerExtended: ({ id, data }) => as('huiyin.case.answer-extended.v1', id, { caseId: id, ...data }),
    ExtensionTold: ({ id, data }) => as('huiyin.case.extension-told.v1', id, { caseId: id, ...data }),
    CaseAnswered: ({ id, data }) =>
      as('huiyin.case.answered.v1', id, { caseId: id, ...data, outcomes: [...data.outcomes] }),
    ClosingReported: ({ id, data }) => as('huiyin.case.closing-reported.v1', id, { caseId: id, ...data }),
    StageReported: stepTaken,
    CaseClosed: ({ id, data }) => as('huiyin.case.closed.v1', id, { caseId: id, ...data }),
    CaseReopened: ({ id, data }) => as('huiyin.case.reopened.v1', id, { caseId: id, ...data }),
    OfficeReminded: ({ id, data }) => as('huiyin.case.office-reminded.v1', id, { caseId: id, ...data }),
    DutyBreached: ({ id, data }) => as('huiyin.case.duty-breached.v1', id, { caseId: id, ...data }),
    DutiesRecomputed: ({ id, data }) =>
      as('huiyin.case.duties-recomputed.v1', id, { caseId: id, changes: [...data.changes] }),
    CaseRated: stepTaken,
    CaseMerged: stepTaken,
    LeadOutcomeTold: stepTaken,
    CaseSplit: stepTaken,
    RegistrationStruck: stepTaken,
    CaseLinked: stepTaken,
    RepeatCounted: stepTaken,
    RepeatUncounted: stepTaken,
    FileAttached: 'private',
    RecordDisputed: stepTaken,
    RecordCorrected: stepTaken,
    DisputeSettled: stepTaken,
    MessageAdded: stepTaken,
    CaseDirected: stepTaken,
    DeadlockReferred: stepTaken,
    HandlerDetermined: stepTaken,
    CaseTakenBack: stepTaken,
    OfficeReplaced: stepTaken,
    ClaimsDirected: stepTaken,
    HelpCalled: stepTaken,
    HelpGiven: stepTaken,
    HelpAssessed: stepTaken,
    OfficeAccused: stepTaken,
    RecusalAsked: stepTaken,
    RecusalGranted: stepTaken,
    RecusalRefused: stepTaken,
    StaffRecused: stepTaken,
    ClosingDeferred: stepTaken,
    ClosingResumed: stepTaken,
    AnswerSetAside: stepTaken,
    CalledBack: stepTaken,
    ReturnVisited: stepTaken,
    CaseArchived: stepTaken,
    AgreementMade: stepTaken,
    InstalmentKept: stepTaken,
    AnswerDelivered: stepTaken,
    ClaimCarriedOut: stepTaken,
    HearingAnnounced: stepTaken,
    HearingBegan: stepTaken,
    HearingEnded: stepTaken,
    MediationBegan: stepTaken,
    MediationEnded: stepTaken,
    HandlingOffered: stepTaken,
    HandlingTaken: stepTaken,
    HandlingDeclined: stepTaken,
    ReviewAsked: stepTaken,
    ReviewDecided: stepTaken,
    FinalPaperIssued: stepTaken,
    InstructionGiven: stepTaken,
    InstructionReported: stepTaken,
    InstructionReturned: stepTaken,
    InstructionDone: stepTaken,
    UrgencyFound: stepTaken,
    UrgentReported: stepTaken,
    ReportUpOwed: stepTaken,
    ReportedUp: ({ id, data: { from, to } }) =>
      as('huiyin.case.urgency-reported.v1', id, { caseId: id, from, to }),
    ReportAcknowledged: stepTaken,
    UrgencyFollowedUp: stepTaken,
  },
  supervision: {
    SupervisionOrdered: supervisionOrdered,
    SupervisionAcknowledged: supervisionStep,
    ReplyReturned: supervisionStep,
    ChecklistItemAdded: supervisionStep,
    ChecklistTicked: supervisionStep,
    SiteVisitPlanned: supervisionStep,
    SiteVisitReported: supervisionStep,
    SupervisionListed: supervisionStep,
    SupervisionDelisted: supervisionStep,
    SupervisionReplied: ({ id, data }) =>
      as('huiyin.supervision.replied.v1', id, { supervisionId: id, ...data }),
    SupervisionClosed: ({ id, data }) =>
      as('huiyin.supervision.closed.v1', id, { supervisionId: id, ...data }),
    OfficeReminded: ({ id, data }) =>
      as('huiyin.supervision.office-reminded.v1', id, { supervisionId: id, ...data }),
    DutyBreached: ({ id, data }) =>
      as('huiyin.supervision.duty-breached.v1', id, { supervisionId: id, ...data }),
    DutiesRecomputed: ({ id, data }) =>
      as('huiyin.supervision.duties-recomputed.v1', id, { supervisionId: id, changes: [...data.changes] }),
  },
  review: {
    ReviewOpened: ({ id, data }) => as('huiyin.review.opened.v1', id, { reviewId: id, ...data }),
    SideStated: ({ id, data }) => as('huiyin.review.side-stated.v1', id, { reviewId: id, ...data }),
    FindingProposed: ({ id, data }) => as('huiyin.review.finding-proposed.v1', id, { reviewId: id, ...data }),
    FindingConfirmed: ({ id, data }) =>
      as('huiyin.review.finding-confirmed.v1', id, { reviewId: id, ...data }),
    EvidenceAssembled: reviewStep,
    LinkSideStated: reviewStep,
    LinkFound: ({ id, data }) => as('huiyin.review.finding-confirmed.v1', id, { reviewId: id, ...data }),
    FindingDisputed: ({ id, data: { text: _, ...data } }) =>
      as('huiyin.review.finding-disputed.v1', id, { reviewId: id, ...data }),
    FindingUpheld: ({ id, data }) => as('huiyin.review.finding-upheld.v1', id, { reviewId: id, ...data }),
    FindingRevised: ({ id, data: { confirmedOn: _, ...data } }) =>
      as('huiyin.review.finding-revised.v1', id, { reviewId: id, ...data }),
    RemedyOrdered: reviewStep,
    RemedyCarriedOut: reviewStep,
    ReviewClosed: ({ id, data }) => as('huiyin.review.closed.v1', id, { reviewId: id, ...data }),
    OfficeReminded: ({ id, data }) => as('huiyin.review.office-reminded.v1', id, { reviewId: id, ...data }),
    DutyBreached: ({ id, data }) => as('huiyin.review.duty-breached.v1', id, { reviewId: id, ...data }),
    DutiesRecomputed: ({ id, data }) =>
      as('huiyin.review.duties-recomputed.v1', id, { reviewId: id, changes: [...data.changes] }),
  },
  standing: {
    FaultCounted: ({ id, data }) => as('huiyin.standing.fault-counted.v1', id, data),
    FaultSetAside: ({ id, data }) => as('huiyin.standing.fault-set-aside.v1', id, data),
    RungWithdrawn: ({ id, data: { withdrawn: _, ...data } }) =>
      as('huiyin.standing.rung-withdrawn.v1', id, data),
    OrderWithdrawn: standingStep,
    AwardRestored: standingStep,
    RungReached: ({ id, data }) => as('huiyin.standing.rung-reached.v1', id, data),
    RungLeft: ({ id, data }) => as('huiyin.standing.rung-left.v1', id, data),
    PlacingCounted: standingStep,
    TalkOrdered: standingStep,
    TalkHeld: standingStep,
    MeasureOrdered: standingStep,
    MeasureTaken: standingStep,
    RectificationOrdered: standingStep,
    RectificationReported: standingStep,
    RectificationReturned: standingStep,
    RectificationConfirmed: standingStep,
    AwardForfeited: standingStep,
    KeyManagementEntered: standingStep,
    KeyManagementLeft: standingStep,
    PracticeNoted: standingStep,
    AwardGranted: standingStep,
    AwardRevoked: standingStep,
    OfficeReminded: ({ id, data }) => as('huiyin.standing.office-reminded.v1', id, data),
    DutyBreached: ({ id, data }) => as('huiyin.standing.duty-breached.v1', id, data),
    DutiesRecomputed: ({ id, data }) =>
      as('huiyin.standing.duties-recomputed.v1', id, { changes: [...data.changes] }),
  },
  advice: {
    AdviceGiven: ({ id, data: { office, adviser, pack, kind, grounds } }) =>
      as('huiyin.advice.given.v1', id, {
        adviceId: id,
        ...{ office, adviser, pack, kind },
        caseIds: [...new Set(grounds.map(({ caseId }) => caseId))],
      }),
    AdviceAdopted: adviceAnswered('adopted'),
    AdvicePartlyAdopted: adviceAnswered('partly'),
    AdviceRefused: adviceAnswered('refused'),
    RefusalExplained: adviceStep,
    AdviceCarriedOut: adviceStep,
    AdviceReturned: adviceStep,
    AdviceClosed: adviceStep,
    SuperiorTold: ({ id, data }) => as('huiyin.advice.superior-told.v1', id, { adviceId: id, ...data }),
    OfficeReminded: ({ id, data }) => as('huiyin.advice.office-reminded.v1', id, { adviceId: id, ...data }),
    DutyBreached: ({ id, data }) => as('huiyin.advice.duty-breached.v1', id, { adviceId: id, ...data }),
    DutiesRecomputed: ({ id, data }) =>
      as('huiyin.advice.duties-recomputed.v1', id, { adviceId: id, changes: [...data.changes] }),
  },
  office: {
    OfficeRegistered: ({ id, data }) =>
      as('huiyin.office.registered.v1', id, { officeId: id, ...data, functions: [...data.functions] }),
    LeaderAppointed: 'private',
    LeaderLeft: 'private',
    ContactPointNamed: 'private',
    ChannelsPublished: 'private',
    ResidentsCounted: 'private',
    OfficeSucceeded: ({ id, data }) =>
      as('huiyin.office.succeeded.v1', `${id}/successor`, { officeId: id, ...data }),
  },
  policy: {
    PolicyAdopted: ({ data: { pack } }) =>
      as('huiyin.policy.adopted.v1', `policy/${pack.id}@${pack.version}`, {
        pack: publishedPack(pack),
      }),
  },
  assessment: {
    AssessmentOpened: accountStep('assessment'),
    OfficeAssessed: accountStep('assessment'),
    ...accountEscalated('assessment'),
  },
  fund: {
    FundOpened: accountStep('fund'),
    FundToppedUp: accountStep('fund'),
    ReliefRequested: accountStep('fund'),
    ReliefApproved: accountStep('fund'),
    ReliefRefused: accountStep('fund'),
    ReliefPaid: accountStep('fund'),
    ...accountEscalated('fund'),
  },
  ledger: {
    LedgerOpened: accountStep('ledger'),
    ItemAdded: accountStep('ledger'),
    ItemReported: accountStep('ledger'),
    ItemCancelledOff: accountStep('ledger'),
    ItemReopened: accountStep('ledger'),
    LedgerArchived: accountStep('ledger'),
    ...accountEscalated('ledger'),
  },
  rhythm: { RhythmSet: 'private', RhythmStopped: 'private' },
  bulletin: { BulletinIssued: 'private' },
  drive: {
    DriveOpened: driveStep,
    ReportsCalled: driveStep,
    ZeroReported: driveStep,
    MattersReported: driveStep,
    DriveClosed: driveStep,
    OfficeReminded: ({ id, data }) => as('huiyin.drive.office-reminded.v1', id, { driveId: id, ...data }),
    DutyBreached: ({ id, data }) => as('huiyin.drive.duty-breached.v1', id, { driveId: id, ...data }),
    DutiesRecomputed: driveStep,
  },
  calendar: {
    CalendarAdopted: ({ data: { calendar } }) =>
      as('huiyin.calendar.adopted.v1', `calendar/${calendar.id}@${calendar.version}`, {
        calendar: calendar as unknown as PublishedCalendar,
      }),
  },
};
