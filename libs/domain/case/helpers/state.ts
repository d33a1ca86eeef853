import { unreachable } from '@huiyin/kernel';
import type { HelpersEvent } from './events';

interface Help {
  status: 'called' | 'given' | 'assessed';
  /** The office that owes it: the one that was called, or whoever took over from it. */
  office: string;
}

/** By the office that was called in: its duty keeps that name. */
export interface HelpersState {
  status: 'alone' | 'helped';
  helpers: Readonly<Record<string, Help>>;
}

export const unhelped: HelpersState = { status: 'alone', helpers: {} };

const STATUS = { HelpGiven: 'given', HelpAssessed: 'assessed' } as const;

export function evolveHelpers({ helpers }: HelpersState, { type, data }: HelpersEvent): HelpersState {
  const { helper } = data;
  switch (type) {
    case 'HelpCalled':
      return { status: 'helped', helpers: { ...helpers, [helper]: { status: 'called', office: helper } } };
    case 'HelpGiven':
    case 'HelpAssessed': {
      const office = helpers[helper]?.office ?? helper;
      return { status: 'helped', helpers: { ...helpers, [helper]: { status: STATUS[type], office } } };
    }
    default:
      return unreachable(type);
  }
}

/** What an office was called in for its successor gives. */
export const helpPassedOn = (state: HelpersState, from: string, to: string): HelpersState => ({
  ...state,
  helpers: Object.fromEntries(
    Object.entries(state.helpers).map(([helper, help]) => [
      helper,
      help.office === from ? { ...help, office: to } : help,
    ]),
  ),
});

/** Who was called in and has not helped yet. */
export const stillHelping = ({ helpers }: HelpersState): readonly string[] =>
  Object.values(helpers).flatMap(({ status, office }) => (status === 'called' ? [office] : []));

/** The name under which an office was called in: its own, or that of the office that it took over from. */
export const calledAs = ({ helpers }: HelpersState, office: string): string =>
  office in helpers
    ? office
    : (Object.keys(helpers).find((helper) => helpers[helper]!.office === office) ?? office);
