export { backtest, type Backtest, type BacktestOptions, type BacktestResult, type Logged } from './backtest';
export type { Course } from './course';
export { backtestCsv, missedCsv, MISSED_HEAD } from './csv';
export { backtestHtml } from './html';
export { COUNTS, SIDES, totalOf, type Line, type Side } from './tally';
export { windowOf, type Window } from './window';
