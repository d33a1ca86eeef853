/** What a person said or is called, in a command or an event not yet written. Never stored in this form. */
export interface Personal {
  readonly $personal: string;
  /** UUID of the data subject: whose it is, and whose key seals it. */
  readonly subject: string;
}

/** The same, as stored: readable only with the subject's key and in the event that it was sealed for. */
export interface Sealed {
  readonly $sealed: 'v1';
  readonly subject: string;
  /** JSON Pointer (RFC 6901) of the value in its event's data. */
  readonly field: string;
  /** What it was sealed with; AES-256-GCM where nothing is said. */
  readonly cipher?: 'chacha20-poly1305';
  /** 12 bytes, base64. */
  readonly nonce: string;
  /** Ciphertext, then the 16-byte tag, base64. */
  readonly text: string;
}

/** A personal value on either side of the event store. */
export type PersonalValue = Personal | Sealed;

export const personal = (text: string, subject: string): Personal => ({ $personal: text, subject });

export const isPersonal = (value: unknown): value is Personal =>
  typeof value === 'object' && value !== null && '$personal' in value;

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && '$sealed' in value;
