import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../damaged-log';
import { renamed } from '../succession';
import type { Target, TargetEvent } from './events';

interface Letter {
  pack: string;
  office: string;
  by: string;
  year: number;
  targets: readonly Target[];
  breached: readonly string[];
}

export type TargetState =
  | { status: 'unset' }
  | ({ status: 'set' } & Letter)
  | ({ status: 'signed'; post: string } & Letter)
  | ({ status: 'reported'; text: string } & Letter)
  | ({ status: 'concluded'; met: number } & Letter);

export const unset: TargetState = { status: 'unset' };

export function evolve(state: TargetState, { type, data }: TargetEvent): TargetState {
  if (type === 'TargetsSet') return { status: 'set', ...data, breached: [] };
  if (state.status === 'unset') return damagedLog(type, state.status);
  const { pack, office, by, year, targets, breached } = state;
  const letter = { pack, office, by, year, targets, breached };
  switch (type) {
    case 'TargetsSigned':
      return { status: 'signed', post: data.post, ...letter };
    case 'TargetsReported':
      return { status: 'reported', text: data.text, ...letter };
    case 'TargetsConcluded':
      return { status: 'concluded', met: data.results.filter(({ met }) => met).length, ...letter };
    case 'OfficeReplaced':
      return { ...state, office: renamed(data)(office), by: renamed(data)(by) };
    case 'DutyBreached':
      return { ...state, breached: [...breached, data.dutyId] };
    case 'OfficeReminded':
    case 'DutiesRecomputed':
      return state;
    default:
      return unreachable(type);
  }
}
