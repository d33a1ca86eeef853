import { adviceContracts } from './advice-events';
import { driveContracts } from './drive-events';
import { owedContracts } from './owed-events';
import { referralContracts } from './referral-events';
import { reviewContracts } from './review-events';
import { standingContracts } from './standing-events';
import { supervisionContracts } from './supervision-events';

export const accountabilityContracts = {
  ...supervisionContracts,
  ...reviewContracts,
  ...referralContracts,
  ...standingContracts,
  ...driveContracts,
  ...adviceContracts,
  ...owedContracts,
} as const;
