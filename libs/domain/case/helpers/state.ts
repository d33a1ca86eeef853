import { unreachable } from '@huiyin/kernel';
import type { HelpersEvent } from './events';

/** Where each office that was called in stands. */
export interface HelpersState {
  status: 'alone' | 'helped';
  helpers: Readonly<Record<string, 'called' | 'given' | 'assessed'>>;
}

export const unhelped: HelpersState = { status: 'alone', helpers: {} };

const STANDING = { HelpCalled: 'called', HelpGiven: 'given', HelpAssessed: 'assessed' } as const;

export function evolveHelpers({ helpers }: HelpersState, { type, data }: HelpersEvent): HelpersState {
  switch (type) {
    case 'HelpCalled':
    case 'HelpGiven':
    case 'HelpAssessed':
      return { status: 'helped', helpers: { ...helpers, [data.helper]: STANDING[type] } };
    default:
      return unreachable(type);
  }
}
