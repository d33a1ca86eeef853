import { rulesInForce, type DutyRule, type PolicyPack } from '@huiyin/policy';
import { isDeepStrictEqual } from 'node:util';
import type { Side } from './tally';

/*
 * A pack that is tried changes few rules of the one that it is put in the place of. What both ask for in the same way is
 * folded once and counted on both sides; only the rest is folded for each.
 */
export const PARTS = ['both', 'was', 'would'] as const;
export type Part = (typeof PARTS)[number];

export const SIDES_OF: Readonly<Record<Part, readonly Side[]>> = {
  both: ['was', 'would'],
  was: ['was'],
  would: ['would'],
};

/** What a due time leans on beside its rule. */
const settings = ({ timeZone, calendar, lastDay, firstDay, services }: PolicyPack) => ({
  timeZone,
  calendar,
  lastDay,
  firstDay,
  services,
});

export function partsOf(was: PolicyPack, would: PolicyPack): Readonly<Record<Part, PolicyPack>> {
  const alike = isDeepStrictEqual(settings(was), settings(would));
  const [mine, theirs] = [rulesInForce(was), rulesInForce(would)];
  const shared = new Set<string>();
  for (const [id, rule] of mine) if (alike && isDeepStrictEqual(rule, theirs.get(id))) shared.add(id);
  const only = (pack: PolicyPack, wanted: (rule: DutyRule) => boolean): PolicyPack => ({
    ...pack,
    duties: pack.duties.filter(wanted),
  });
  return {
    both: only(was, ({ id }) => shared.has(id)),
    was: only(was, ({ id }) => !shared.has(id)),
    would: only(would, ({ id }) => !shared.has(id)),
  };
}
