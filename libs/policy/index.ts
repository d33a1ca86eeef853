export * from './categories';
export * from './bundled';
export { deadline, expectedDeadline, PERIOD_MAX_days, type Deadline, type Running } from './deadline';
export { due, nextStepAt, onceAfter, stepsReached } from './due';
export * from './duty';
export { heeds } from './heeds';
export {
  contextUnder,
  duties,
  dutiesAfter,
  emptyHead,
  emptySheet,
  headAfter,
  sheetAfter,
  type Head,
} from './fold';
export * from './ladder';
export { runs } from './ledger';
export { localDate } from './local-date';
export * from './options';
export * from './pack';
export * from './packs/ladders';
export { adoptedIn, packInForce, refOf, ruleBook, UnknownRules } from './rule-book';
export { explain, type Language } from './explain';
export { DUTIES_RECOMPUTED, rulesInForce } from './matching';
export { redated, type Redated } from './redated';
export * from './supervision';
export { triggered, triggersAfter, type TriggerCounts, type Triggered } from './triggered';
export type { ServiceAttribute, ServiceDefinition } from './service';
export { isoOf } from './zone-time';
export type { DataSchema } from './event-schema';
export { inOneLine } from './problem';
export { packProblems, validatePack, type Known } from './validate-pack';
