import { caseList } from './case-list';
import { dutyBoard } from './duty-board';
import type { View } from './engine';

/** Every read model. A new one is one line here. */
export const VIEWS: readonly View[] = [caseList, dutyBoard];
