export * from './case-list';
export { migrateReadModels, openReadModels } from './data-source';
export * from './duty-board';
export type { LogEvent, View, ViewContext } from './engine';
export { BadCursor, PAGE_DEFAULT, PAGE_MAX, type Answer, type Page, type PageRequest } from './page';
export { VIEWS } from './registry';
