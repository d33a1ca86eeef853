import { z } from 'zod';
import { secondReviewer } from './accountability-review/second-reviewer';
import type { EventOf, Offices } from './decider';
import { isKeptFrom } from './kept-from';

/** What every stream records that is not a case's, and that an office has something in. */
export interface SuccessionEvents {
  /** All that one office had and owed here is its successor's now (新官要理旧账). */
  OfficeReplaced: { by: string; from: string; to: string; why: 'succession' };
}

export type Succeeded = EventOf<SuccessionEvents>;

export const successionCommands = { ReplaceOffice: z.strictObject({}) } as const;

/** Who took over from the offices that have something in a stream: split, merged or abolished (Art. 24). */
export function successionsOf(having: Iterable<string>, offices: Offices): Succeeded[] {
  return [...new Set(having)].flatMap((from) => replaced(from, offices.successor(from)));
}

interface Watched {
  /** The office that is watched, and the one that watches it. */
  office: string;
  by: string;
  others?: readonly string[];
  keptFrom: readonly string[];
}

/** The same where one office watches another: it does not end up watching itself, nor with one that is kept out. */
export function successionsBetween({ office, by, others = [], keptFrom }: Watched, offices: Offices) {
  const [heir, above] = [offices.successor(office), offices.successor(by)];
  const may = above === by || !isKeptFrom(above, keptFrom, offices);
  const watches = above !== heir && may ? above : secondReviewer(above, heir, keptFrom, offices);
  // First who watches: the name of the one may be the other's from now on.
  return [
    ...replaced(by, watches),
    ...successionsOf(
      [office, ...others].filter((one) => one !== by),
      offices,
    ),
  ];
}

const replaced = (from: string, to: string): Succeeded[] =>
  to === from ? [] : [{ type: 'OfficeReplaced', data: { by: to, from, to, why: 'succession' } }];

/** The name that an office has from now on. */
export const renamed =
  ({ from, to }: Pick<SuccessionEvents['OfficeReplaced'], 'from' | 'to'>) =>
  (office: string): string =>
    office === from ? to : office;
