/** What a check says: valid, or why not. */
export type Verdict = { valid: true } | { valid: false; reason: string };

export const VALID: Verdict = { valid: true };
export const invalid = (reason: string): Verdict => ({ valid: false, reason });
