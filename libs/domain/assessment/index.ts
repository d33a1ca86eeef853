export * from './commands';
export * from './decider';
export { assessmentVersions, type AssessmentEvent, type AssessmentEvents } from './events';
export type { AssessmentState } from './state';
