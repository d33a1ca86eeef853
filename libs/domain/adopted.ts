import { refOf, UnknownRules, type RuleBook } from '@huiyin/policy';

function unlessUnknown(refOfAdopted: () => string): string | undefined {
  try {
    return refOfAdopted();
  } catch (error) {
    if (error instanceof UnknownRules) return undefined;
    throw error;
  }
}

/** `id@version` of the adopted pack that `ref` means (`id` = its newest version); undefined when there is none. */
export const adoptedPack = (rules: RuleBook, ref: string): string | undefined =>
  unlessUnknown(() => refOf(rules.pack(ref)));

/** The same of a calendar. */
export const adoptedCalendar = (rules: RuleBook, ref: string): string | undefined =>
  unlessUnknown(() => refOf(rules.calendar(ref)));
