import type { Metric } from './metric';
import { accountabilityReviews } from './metrics/accountability-reviews';
import { assignedClosureRate } from './metrics/assigned-closure-rate';
import { assigned } from './metrics/assigned';
import { backlog } from './metrics/backlog';
import { backlogAge } from './metrics/backlog-age';
import { backlogCleared } from './metrics/backlog-cleared';
import { breaches } from './metrics/breaches';
import { callbackSatisfaction } from './metrics/callback-satisfaction';
import { closureRate } from './metrics/closure-rate';
import { confirmedFaults } from './metrics/confirmed-faults';
import { daysToAccept } from './metrics/days-to-accept';
import { daysToAcknowledge } from './metrics/days-to-acknowledge';
import { daysToAnswer } from './metrics/days-to-answer';
import { daysToClose } from './metrics/days-to-close';
import { dutiesOnTime } from './metrics/duties-on-time';
import { extensionRate } from './metrics/extension-rate';
import { findingsOfFault } from './metrics/findings-of-fault';
import { firstPetitionClosure } from './metrics/first-petition-closure';
import { handledClosureRate } from './metrics/handled-closure-rate';
import { helpGood } from './metrics/help-good';
import { inflow } from './metrics/inflow';
import { inflowPersons } from './metrics/inflow-persons';
import { objectionRate } from './metrics/objection-rate';
import { objectionsRejected } from './metrics/objections-rejected';
import { onTimeAcceptance } from './metrics/on-time-acceptance';
import { onTimeAcknowledgement } from './metrics/on-time-acknowledgement';
import { onTimeAnswer } from './metrics/on-time-answer';
import { onTimeClosingReport } from './metrics/on-time-closing-report';
import { onTimeReview } from './metrics/on-time-review';
import { onTimeSorting } from './metrics/on-time-sorting';
import { overdue } from './metrics/overdue';
import { overdueAge } from './metrics/overdue-age';
import { pingPong } from './metrics/ping-pong';
import { promisesKept } from './metrics/promises-kept';
import { reboundRate } from './metrics/rebound-rate';
import { referred } from './metrics/referred';
import { repeatRate } from './metrics/repeat-rate';
import { resolutionRate } from './metrics/resolution-rate';
import { responseRate } from './metrics/response-rate';
import { resultAccepted } from './metrics/result-accepted';
import { reviewOverturn } from './metrics/review-overturn';
import { reviewsAsked } from './metrics/reviews-asked';
import { satisfactionHandlingOffice } from './metrics/satisfaction-handling-office';
import { satisfactionPetitionDepartment } from './metrics/satisfaction-petition-department';
import { sentToOffice } from './metrics/sent-to-office';
import { stockDecrease } from './metrics/stock-decrease';
import { stockIncrease } from './metrics/stock-increase';
import { supervised } from './metrics/supervised';
import { supervisionFeedback } from './metrics/supervision-feedback';
import { supervisionSolved } from './metrics/supervision-solved';

/** Every metric, in the order of the catalogue. A new one is one file and one line here. */
export const METRICS: readonly Metric[] = [
  inflow,
  inflowPersons,
  repeatRate,
  reviewsAsked,
  backlog,
  stockIncrease,
  stockDecrease,
  backlogCleared,
  backlogAge,
  closureRate,
  handledClosureRate,
  assignedClosureRate,
  resultAccepted,
  firstPetitionClosure,
  reboundRate,
  extensionRate,
  sentToOffice,
  referred,
  assigned,
  objectionRate,
  objectionsRejected,
  pingPong,
  helpGood,
  responseRate,
  resolutionRate,
  callbackSatisfaction,
  satisfactionPetitionDepartment,
  satisfactionHandlingOffice,
  daysToAcknowledge,
  daysToAccept,
  daysToAnswer,
  daysToClose,
  onTimeSorting,
  onTimeAcknowledgement,
  onTimeAcceptance,
  onTimeAnswer,
  onTimeClosingReport,
  promisesKept,
  onTimeReview,
  supervisionFeedback,
  dutiesOnTime,
  overdue,
  overdueAge,
  breaches,
  supervised,
  supervisionSolved,
  reviewOverturn,
  accountabilityReviews,
  confirmedFaults,
  findingsOfFault,
];

export const findMetric = (id: string): Metric | undefined => METRICS.find((metric) => metric.id === id);
