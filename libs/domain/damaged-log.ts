/** A log that breaks the order which `decide` guarantees is damaged: better to stop than to guess. */
export function damagedLog(type: string, status: string): never {
  throw new Error(`damaged log: ${type} in state ${status}`);
}
