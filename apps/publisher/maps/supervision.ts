import { supervisionOrdered, supervisionStep } from '../in-contract-words';
import { as, type ContractMap } from '../published';

export const supervisionMap: ContractMap['supervision'] = {
  SupervisionOrdered: supervisionOrdered,
  SupervisionAcknowledged: supervisionStep,
  ReplyReturned: supervisionStep,
  ChecklistItemAdded: supervisionStep,
  ChecklistTicked: supervisionStep,
  SiteVisitPlanned: supervisionStep,
  SiteVisitReported: supervisionStep,
  SupervisionListed: supervisionStep,
  SupervisionDelisted: supervisionStep,
  OfficeReplaced: supervisionStep,
  SupervisionReplied: ({ id, data }) =>
    as('huiyin.supervision.replied.v1', id, { supervisionId: id, ...data }),
  SupervisionClosed: ({ id, data }) => as('huiyin.supervision.closed.v1', id, { supervisionId: id, ...data }),
  OfficeReminded: ({ id, data }) =>
    as('huiyin.supervision.office-reminded.v1', id, { supervisionId: id, ...data }),
  DutyBreached: ({ id, data }) =>
    as('huiyin.supervision.duty-breached.v1', id, { supervisionId: id, ...data }),
  DutiesRecomputed: ({ id, data }) =>
    as('huiyin.supervision.duties-recomputed.v1', id, { supervisionId: id, changes: [...data.changes] }),
};
