import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import type { OfficeEvent, OfficeEvents } from './events';

export type OfficeState =
  | { status: 'unregistered' }
  | {
      status: 'serving';
      leaders: readonly { post: string; subject: string }[];
      contact?: OfficeEvents['ContactPointNamed'];
    }
  | { status: 'succeeded'; successor: string };

export const unregistered: OfficeState = { status: 'unregistered' };

export function evolve(state: OfficeState, event: OfficeEvent): OfficeState {
  switch (event.type) {
    case 'OfficeRegistered':
      return { status: 'serving', leaders: [] };
    case 'LeaderAppointed': {
      const { post, official } = event.data;
      if (state.status !== 'serving') return damagedLog(event.type, state.status);
      return { ...state, leaders: [...state.leaders, { post, subject: official.subject }] };
    }
    case 'LeaderLeft': {
      const { post, subject } = event.data;
      if (state.status !== 'serving') return damagedLog(event.type, state.status);
      return {
        ...state,
        leaders: state.leaders.filter((one) => one.post !== post || one.subject !== subject),
      };
    }
    case 'ContactPointNamed':
      if (state.status !== 'serving') return damagedLog(event.type, state.status);
      return { ...state, contact: event.data };
    case 'ChannelsPublished':
    case 'ResidentsCounted':
      return state;
    case 'OfficeSucceeded':
      return { status: 'succeeded', successor: event.data.successor };
    default:
      return unreachable(event);
  }
}
