export * from './commands';
export * from './decider';
export * from './events';
export { CITY } from './rules/a-rhythm-is-the-citys-or-an-offices';
export type { Rhythm, RhythmState } from './state';
