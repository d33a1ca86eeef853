import { refOf, type PolicyPack, type RuleBook } from '@huiyin/policy';

const idOf = (ref: string): string => ref.split('@')[0]!;

/** The same rules with one pack in the place of another, whatever version of that a case names. */
export function withPack(rules: RuleBook, pack: PolicyPack, insteadOf: string): RuleBook {
  return {
    pack: (ref) => (idOf(ref) === insteadOf || ref === refOf(pack) ? pack : rules.pack(ref)),
    packs: () => [...rules.packs().filter(({ id }) => id !== insteadOf), pack],
    calendar: (ref) => rules.calendar(ref),
  };
}

/** Whether a case that names this pack falls under the comparison. */
export const isUnder = (ref: string, insteadOf: string): boolean => idOf(ref) === insteadOf;
