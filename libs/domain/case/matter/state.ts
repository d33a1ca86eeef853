import { unreachable } from '@huiyin/kernel';
import type { MatterEvent } from './events';

export interface MatterState {
  status: 'alone' | 'linked';
  links: readonly { to: string; as: 'repeat' | 'related' }[];
  /** The other cases of the matter of which this is the lead, each once, and how many signed each. */
  repeats: readonly { case: string; persons: number }[];
}

export const alone: MatterState = { status: 'alone', links: [], repeats: [] };

export const signatoriesOf = (repeats: MatterState['repeats']): number =>
  Math.max(0, ...repeats.map(({ persons }) => persons));

export function evolveMatter(state: MatterState, event: MatterEvent): MatterState {
  const { type, data } = event;
  switch (type) {
    case 'CaseLinked':
      return { ...state, status: 'linked', links: [...state.links, { to: data.to, as: data.as }] };
    case 'RepeatCounted':
      return { ...state, repeats: [...state.repeats, { case: data.case, persons: data.persons }] };
    case 'RepeatUncounted':
      return { ...state, repeats: state.repeats.filter((one) => one.case !== data.case) };
    default:
      return unreachable(type);
  }
}
