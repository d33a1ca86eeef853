export { percent } from './cell';
export * from './csv';
export { reportHtml, styleOf } from './html';
export * from './language';
