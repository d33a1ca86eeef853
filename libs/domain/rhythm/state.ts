import { unreachable } from '@huiyin/kernel';
import type { RhythmEvent, RhythmEvents } from './events';

export type Rhythm = RhythmEvents['RhythmSet'];
export type RhythmState = { status: 'unset' } | ({ status: 'set' } & Rhythm) | { status: 'stopped' };

export const unset: RhythmState = { status: 'unset' };

export function evolve(_: RhythmState, { type, data }: RhythmEvent): RhythmState {
  switch (type) {
    case 'RhythmSet':
      return { status: 'set', ...data };
    case 'RhythmStopped':
      return { status: 'stopped' };
    default:
      return unreachable(type);
  }
}
