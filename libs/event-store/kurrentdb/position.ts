/**
 * KurrentDB's commit position is the byte in its log where the event stands: ordered, with gaps, a 64-bit number. The
 * port's is a JavaScript number, exact up to 2^53: nine petabytes of log. Beyond it nothing is rounded: it throws.
 */
export function toNumber(position: bigint): number {
  if (position < 0n || position > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`KurrentDB answered ${position}, which is not a number that can be kept exactly`);
  }
  return Number(position);
}

/** Where to read from: events of today are written and committed in one record, so both halves are the same. */
export function toPosition(position: number): { commit: bigint; prepare: bigint } {
  if (!Number.isSafeInteger(position) || position < 0) throw new RangeError(`not a position: ${position}`);
  return { commit: BigInt(position), prepare: BigInt(position) };
}
