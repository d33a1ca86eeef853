export { bulletin } from './bulletin';
export type * from './facts';
export { askedOf, planQuestions, refuseToCome, reportOf, type Plan } from './plan';
export * from './request';
export { yearlyReport } from './yearly-report';
