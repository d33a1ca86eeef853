export { idOf, quarterOf, type Asked } from './asked';
export { ROWS_MAX } from './documents/daily-list';
export { rank, RANKED_FROM_duties, type Placed } from './documents/quarterly-ranking';
export { logSource, readLog, sourceOf } from './from-log';
export { ViewsApart, withViews } from './from-views';
export { makeDocument, type Source } from './make';
export { reproduce, sha256, type Reproduced } from './reproduce';
export * from './schedule';
export { monthBefore } from './windows';
