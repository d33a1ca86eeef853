import { adoptedIn, refOf, type RuleBook } from '@huiyin/policy';

/** `id@version` of the adopted pack that `ref` means (`id` = its newest version); undefined when there is none. */
export function adoptedPack(rules: RuleBook, ref: string): string | undefined {
  const pack = adoptedIn(rules).packs(ref);
  return pack && refOf(pack);
}
