export { instructionBoard } from './projection';
export * from './query';
export type { InstructionRow } from './table';
