/** The log does not agree with what was signed or appended before: nothing more is signed until a person has looked. */
export class LogDamaged extends Error {
  constructor(
    readonly code: 'gap' | 'shorter' | 'forked' | 'evidence' | 'epoch' | 'key',
    message: string,
  ) {
    super(`${message}; nothing is signed any more (docs/how-to/verify-the-log.md)`);
  }
}
