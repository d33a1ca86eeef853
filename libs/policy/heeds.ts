import type { DutyRule, PolicyPack } from './pack';

const namedBy = ({
  raisedBy,
  dischargedBy,
  cancelledBy,
  handedOverBy,
  extendedBy,
  pausedBy,
}: DutyRule): string[] => [
  ...[...raisedBy, ...dischargedBy, ...(cancelledBy ?? []), ...(handedOverBy ?? [])].map(
    ({ event }) => event,
  ),
  ...(extendedBy ? [extendedBy.event] : []),
  ...(pausedBy ? [pausedBy.begin, pausedBy.end] : []),
];

const heeded = new WeakMap<PolicyPack, ReadonlySet<string>>();

/** Whether an event of this type can change any duty of the pack: false means that nothing need be computed anew. */
export function heeds(pack: PolicyPack, eventType: string): boolean {
  let types = heeded.get(pack);
  if (!types) heeded.set(pack, (types = new Set(pack.duties.flatMap(namedBy))));
  return types.has(eventType);
}
