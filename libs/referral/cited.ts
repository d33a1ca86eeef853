import type { EvidenceDocument } from '@huiyin/evidence';

/** Every log position that the report rests on. */
export const citedOf = ({
  timeline,
  clocks,
  chain,
  messages,
  supervision,
}: EvidenceDocument): ReadonlySet<number> =>
  new Set([
    ...[...timeline, ...messages, ...chain.steps].map(({ position }) => position),
    ...[...clocks, ...chain.segments, ...supervision].flatMap(({ positions }) => positions),
  ]);
