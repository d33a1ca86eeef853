/** The end of every switch: a case that the compiler has not seen is a bug, never a default. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
