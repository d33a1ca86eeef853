export { openLive, makeIndexes, type Opened } from './checkpoint';
export { flush, ProjectionOvertaken } from './flush';
export { foldBatch } from './fold';
export { rebuild } from './rebuild';
export { READ_MAX_events, replay, startOf } from './replay';
export { adoptedUntil, createAdoptedRules, type AdoptedRules } from './rules';
export { add, fold, keyOf, openSheet, type Sheet } from './sheet';
export { columnsOf, type RowOf, type TableSpec } from './table';
export { defineView, type LogEvent, type Row, type View, type ViewContext } from './view';
