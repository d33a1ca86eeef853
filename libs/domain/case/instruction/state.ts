import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { InstructionEvent } from './events';

interface Instruction {
  status: 'given' | 'reported' | 'done';
  by: string;
  to: string;
}

/** `open`: a report is owed; `reported`: all are in, and one of them is still to be judged. */
export interface InstructionState {
  status: 'none' | 'open' | 'reported' | 'done';
  items: Readonly<Record<string, Instruction>>;
}

export const noInstruction: InstructionState = { status: 'none', items: {} };

function stateOf(items: InstructionState['items']): InstructionState {
  const has = (status: Instruction['status']): boolean =>
    Object.values(items).some((one) => one.status === status);
  return { status: has('given') ? 'open' : has('reported') ? 'reported' : 'done', items };
}

export function evolveInstruction({ items }: InstructionState, event: InstructionEvent): InstructionState {
  const { type, data } = event;
  const id = data.instruction;
  if (type === 'InstructionGiven')
    return stateOf({ ...items, [id]: { status: 'given', by: data.by, to: data.to } });
  const known = items[id];
  if (!known) return damagedLog(type, 'none');
  const moved = (status: Instruction['status']) => stateOf({ ...items, [id]: { ...known, status } });
  switch (type) {
    case 'InstructionReported':
      return moved('reported');
    case 'InstructionReturned':
      return moved('given');
    case 'InstructionDone':
      return moved('done');
    default:
      return unreachable(type);
  }
}

/** Who owes a report, or judges one. */
export const instructed = ({ items }: InstructionState): readonly string[] =>
  Object.values(items).flatMap(({ status, by, to }) => (status === 'done' ? [] : [by, to]));

/** What one office had of it is another's: it took over, or the first one is to stay out. */
export function instructionsPassedOn(state: InstructionState, from: string, to: string): InstructionState {
  const now = (office: string): string => (office === from ? to : office);
  const passed = Object.entries(state.items).map(([id, one]) => [
    id,
    { ...one, by: now(one.by), to: now(one.to) },
  ]);
  return { ...state, items: Object.fromEntries(passed) as InstructionState['items'] };
}
