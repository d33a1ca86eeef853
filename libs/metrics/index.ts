export * from './directory';
export * from './facts';
export { measure } from './measure';
export * from './metric';
export { METRIC_VIEWS, readCells, readDirectory, readMetric, type Measured } from './read';
export * from './registry';
export * from './slicing';
