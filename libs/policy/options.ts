import type { LocalOption, PolicyPack } from './pack';

/** Where a pack says nothing of options; one that lists any has exactly those. */
const OPTIONS_DEFAULT: readonly LocalOption[] = ['redo-differs'];

/** Where a pack says nothing of it. */
const HEARING_NOTICE_days = 7;

export const isSwitchedOn = ({ options = OPTIONS_DEFAULT }: PolicyPack, option: LocalOption): boolean =>
  options.includes(option);

/** Local days between the notice of a hearing and its day. */
export const hearingNoticeOf = ({ hearingNotice_days = HEARING_NOTICE_days }: PolicyPack): number =>
  hearingNotice_days;

const TIER_USUAL = 'ordinary';

/** Asked at each registration of the same few packs. */
const tiered = new WeakMap<PolicyPack, boolean>();

/** Where a pack has a period for each tier, the one of an order whose tier nobody has said: every order has a clock. */
export function usualTier(pack: PolicyPack): typeof TIER_USUAL | undefined {
  let found = tiered.get(pack);
  if (found === undefined) {
    found = pack.duties.some(({ raisedBy }) => raisedBy.some(({ where }) => where?.['tier'] === TIER_USUAL));
    tiered.set(pack, found);
  }
  return found ? TIER_USUAL : undefined;
}
