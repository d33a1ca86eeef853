import { standingStep } from '../in-contract-words';
import { as, type ContractMap } from '../published';

export const standingMap: ContractMap['standing'] = {
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
};
