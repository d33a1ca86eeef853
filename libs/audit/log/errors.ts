/** The log does not agree with what was signed or appended before: nothing more is signed until a person has looked. */
export class LogDamaged extends Error {
  constructor(
    readonly code: 'gap' | 'shorter' | 'forked' | 'evidence' | 'epoch' | 'key',
    message: string,
  ) {
    super(`${message}; nothing is signed any more (docs/how-to/verify-the-log.md)`);
  }
}

/** A person has to look. Where only another key took over, the log is well, and goes on as soon as that key's file is in place. */
export const isFinal = (error: unknown): error is LogDamaged =>
  error instanceof LogDamaged && error.code !== 'key';
export const isReplaced = (error: unknown): error is LogDamaged =>
  error instanceof LogDamaged && error.code === 'key';
