import { unreachable } from '@huiyin/kernel';
import type { MatterEvent } from './events';

export interface MatterState {
  status: 'alone' | 'linked';
  links: readonly { to: string; as: 'repeat' | 'related' }[];
}

export const alone: MatterState = { status: 'alone', links: [] };

export function evolveMatter({ links }: MatterState, event: MatterEvent): MatterState {
  switch (event.type) {
    case 'CaseLinked':
      return { status: 'linked', links: [...links, { to: event.data.to, as: event.data.as }] };
    default:
      return unreachable(event.type);
  }
}
