import { adviceBoard } from './advice-board';
import { bulletinList } from './bulletin-list';
import { caseList } from './case-list';
import { caseTimeline } from './case-timeline';
import { driveBoard } from './drive-board';
import { dutyBoard } from './duty-board';
import type { View } from './engine';
import { flowByDay } from './flow-by-day';
import { instructionBoard } from './instruction-board';
import { officeDirectory } from './office-directory';
import { officeScorecard } from './office-scorecard';
import { receipts } from './receipts';
import { reviewBoard } from './review-board';
import { serviceRequests } from './service-requests';
import { standingBoard } from './standing-board';
import { supervisionBoard } from './supervision-board';
import { targetBoard } from './target-board';

/** Every read model. A new one is one line here. */
export const VIEWS: readonly View[] = [
  caseList,
  caseTimeline,
  dutyBoard,
  officeScorecard,
  flowByDay,
  supervisionBoard,
  instructionBoard,
  reviewBoard,
  standingBoard,
  adviceBoard,
  targetBoard,
  officeDirectory,
  bulletinList,
  driveBoard,
  receipts,
  serviceRequests,
];
