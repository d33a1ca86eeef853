import { unreachable } from '@huiyin/kernel';
import type { PolicyEvent } from './events';

export type PolicyState = { status: 'none' } | { status: 'adopted'; version: number };

export const none: PolicyState = { status: 'none' };

export function evolve(_state: PolicyState, event: PolicyEvent): PolicyState {
  switch (event.type) {
    case 'PolicyAdopted':
      return { status: 'adopted', version: event.data.pack.version };
    default:
      return unreachable(event.type);
  }
}
