import { unreachable } from '@huiyin/kernel';
import type { MessageEvent } from './events';

/** Closed to messages where the case was not filed in public. */
export interface MessageState {
  status: 'closed' | 'open';
  received: number;
}

export const closedToMessages: MessageState = { status: 'closed', received: 0 };
export const openToMessages: MessageState = { status: 'open', received: 0 };

export function evolveMessages(state: MessageState, event: MessageEvent): MessageState {
  switch (event.type) {
    case 'MessageAdded':
      return { ...state, received: state.received + 1 };
    default:
      return unreachable(event.type);
  }
}
