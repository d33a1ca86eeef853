import { refOf, UnknownRules, type RuleBook } from '@huiyin/policy';

/** `id@version` of the adopted pack that `ref` means (`id` = its newest version); undefined when there is none. */
export function adoptedPack(rules: RuleBook, ref: string): string | undefined {
  try {
    return refOf(rules.pack(ref));
  } catch (error) {
    if (error instanceof UnknownRules) return undefined;
    throw error;
  }
}
