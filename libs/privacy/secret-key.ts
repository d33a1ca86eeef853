/** Secret bytes that no log, no JSON and no inspection shows. */
export class SecretKey {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** For the cipher only. */
  reveal(): Buffer {
    return this.#bytes;
  }
}
