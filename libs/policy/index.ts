export * from './bundled';
export { deadline, PERIOD_MAX_days, type Deadline, type Running } from './deadline';
export { due, nextStepAt } from './due';
export * from './duty';
export { duties, dutiesAfter, emptySheet, sheetAfter } from './fold';
export * from './pack';
export { refOf, ruleBook, UnknownRules } from './rule-book';
