import {
  accountEscalated,
  accountStep,
  adviceAnswered,
  adviceStep,
  calendarAdopted,
  driveStep,
  policyAdopted,
} from './in-contract-words';
import { caseMap } from './maps/case';
import { reviewMap } from './maps/review';
import { standingMap } from './maps/standing';
import { supervisionMap } from './maps/supervision';
import { as, type ContractMap } from './published';

export type { Published, Source } from './published';

/** Every stored event: kept inside, or published as a contract. There is no third. */
export const CONTRACT_MAP: ContractMap = {
  case: caseMap,
  supervision: supervisionMap,
  review: reviewMap,
  standing: standingMap,
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
    OfficeReplaced: 'private',
    SuperiorTold: ({ id, data }) => as('huiyin.advice.superior-told.v1', id, { adviceId: id, ...data }),
    OfficeReminded: ({ id, data }) => as('huiyin.advice.office-reminded.v1', id, { adviceId: id, ...data }),
    DutyBreached: ({ id, data }) => as('huiyin.advice.duty-breached.v1', id, { adviceId: id, ...data }),
    DutiesRecomputed: ({ id, data }) =>
      as('huiyin.advice.duties-recomputed.v1', id, { adviceId: id, changes: [...data.changes] }),
  },
  target: {
    TargetsSet: accountStep('target'),
    TargetsSigned: accountStep('target'),
    TargetsReported: accountStep('target'),
    TargetsConcluded: accountStep('target'),
    OfficeReplaced: accountStep('target'),
    ...accountEscalated('target'),
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
    PolicyAdopted: policyAdopted,
  },
  assessment: {
    AssessmentOpened: accountStep('assessment'),
    OfficeAssessed: accountStep('assessment'),
    OfficeReplaced: accountStep('assessment'),
    ...accountEscalated('assessment'),
  },
  fund: {
    FundOpened: accountStep('fund'),
    FundToppedUp: accountStep('fund'),
    ReliefRequested: accountStep('fund'),
    ReliefApproved: accountStep('fund'),
    ReliefRefused: accountStep('fund'),
    ReliefPaid: accountStep('fund'),
    OfficeReplaced: accountStep('fund'),
    ...accountEscalated('fund'),
  },
  ledger: {
    LedgerOpened: accountStep('ledger'),
    ItemAdded: accountStep('ledger'),
    ItemReported: accountStep('ledger'),
    ItemCancelledOff: accountStep('ledger'),
    ItemReopened: accountStep('ledger'),
    LedgerArchived: accountStep('ledger'),
    OfficeReplaced: accountStep('ledger'),
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
    OfficeReplaced: driveStep,
    OfficeReminded: ({ id, data }) => as('huiyin.drive.office-reminded.v1', id, { driveId: id, ...data }),
    DutyBreached: ({ id, data }) => as('huiyin.drive.duty-breached.v1', id, { driveId: id, ...data }),
    DutiesRecomputed: driveStep,
  },
  calendar: {
    CalendarAdopted: calendarAdopted,
  },
};
