import { emptyHead, headAfter, triggersAfter } from '@huiyin/policy';
import type { Head, PolicyPack, RuleBook, TriggerCounts } from '@huiyin/policy';
import type { Logged } from './backtest';

/** One stream on its way to the thresholds of the pack that is tried. */
export interface OnTheWay {
  /** Of the case, or of the advice. */
  id: string;
  /** Absent, as of most, where nothing has counted. */
  counts?: TriggerCounts;
}

/** The offices that the pack would put under supervision because of this event (三次推诿、重复、联名…). */
export function orderedBy(
  stream: OnTheWay,
  event: Logged,
  { roles }: Head,
  pack: PolicyPack,
): readonly string[] {
  const { id: begunBy, counts: before } = stream;
  if (before === undefined && !watched(pack).has(event.type)) return NOBODY;
  const { counts, orders } = triggersAfter(before, event, { pack, roles, begunBy });
  if (counts !== before) stream.counts = counts!;
  return orders.length === 0 ? NOBODY : orders.map(({ owner }) => owner);
}

const NOBODY: readonly string[] = [];

const names = new WeakMap<PolicyPack, ReadonlySet<string>>();

/** Most events count towards nothing, and must cost next to nothing. */
function watched(pack: PolicyPack): ReadonlySet<string> {
  let found = names.get(pack);
  if (!found) {
    const on = pack.supervision?.triggers.flatMap((rule) => rule.on.map(({ event }) => event)) ?? [];
    names.set(pack, (found = new Set(on)));
  }
  return found;
}

interface Advised extends OnTheWay {
  head: Head;
}

/** Advice (三项建议) that rests on a case of the comparison: refused, it is supervised. */
export function adviceThresholds(rules: RuleBook, pack: PolicyPack, concerns: (data: object) => boolean) {
  const streams = new Map<string, Advised>();
  return (event: Logged): readonly string[] => {
    let stream = streams.get(event.stream);
    if (!stream) {
      if (event.type !== 'AdviceGiven' || !concerns(event.data as object)) return NOBODY;
      streams.set(event.stream, (stream = { id: event.stream, head: emptyHead }));
    }
    stream.head = headAfter(stream.head, event, rules);
    return orderedBy(stream, event, stream.head, pack);
  };
}
